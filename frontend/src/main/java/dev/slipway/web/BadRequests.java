package dev.slipway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an error page to clients whose request the server cannot read, for instance because its cookies are too large.
 * Tomcat itself only logs such a request and sends a status without a body.
 */
final class BadRequests implements Adapter {
    private static final Logger log = LoggerFactory.getLogger(BadRequests.class);
    static final int CLIENT_ERRORS = 400;

    static final String TYPE = "text/html;charset=UTF-8";

    static final byte[] PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Request not understood</title></head>
            <body><main><h1>The server cannot read this request.</h1>
            <p>Its address, cookies and other headers must be well-formed, and at most 64 KB in total. If this
            happens on every page, delete the cookies of this site in your browser and try again.</p></main></body>
            </html>
            """.getBytes(UTF_8);

    private final Adapter server;

    BadRequests(Adapter server) {
        this.server = server;
    }

    @Override
    public void log(Request request, Response response, long time) {
        server.log(request, response, time);
        if (response.getStatus() >= CLIENT_ERRORS && !response.isCommitted() && response.getBytesWritten(false) == 0) {
            answer(response);
        }
    }

    private static void answer(Response response) {
        try {
            AnswerHeaders.ofPlatform(false).forEach(response::setHeader);
            response.setContentType(TYPE);
            response.setContentLength(PAGE.length);
            response.doWrite(ByteBuffer.wrap(PAGE));
        } catch (IOException | RuntimeException gone) {
            log.debug("client closed the connection before the error page cause={}", gone.toString());
        }
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        server.service(request, response);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return server.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return server.asyncDispatch(request, response, status);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        server.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return server.getDomain();
    }
}

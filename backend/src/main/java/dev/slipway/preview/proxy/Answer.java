package dev.slipway.preview.proxy;

import dev.slipway.sandbox.http.HttpConnection;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** Writes an app's answer to the browser as it arrives, one buffer at a time. */
final class Answer {
    private static final int BUFFER = 32 * 1024;

    private final ResponseHead head;
    private final HttpServletResponse browser;

    Answer(ResponseHead head, HttpServletResponse browser) {
        this.head = head;
        this.browser = browser;
    }

    void writeHead(ClassicHttpResponse answer) {
        browser.setStatus(answer.getCode());
        head.forBrowser(lines(answer)).forEach(line -> browser.addHeader(line.name(), line.value()));
    }

    static List<HeaderLine> lines(ClassicHttpResponse answer) {
        return Arrays.stream(answer.getHeaders())
                .map(header -> new HeaderLine(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
    }

    /** @throws TruncatedResponseException if the answer has begun but cannot be completed */
    void write(ClassicHttpResponse answer, Upstream upstream) throws IOException {
        writeHead(answer);
        var entity = answer.getEntity();
        if (entity == null) {
            // The answer has no body, for instance because the request is HEAD. The browser gets the length that the
            // app declares.
            var length = answer.getFirstHeader("Content-Length");
            if (length != null) {
                browser.setHeader("Content-Length", length.getValue());
            }
            return;
        }
        if (entity.getContentLength() >= 0) {
            browser.setContentLengthLong(entity.getContentLength());
        } else {
            browser.flushBuffer();
        }
        copy(answer, upstream);
    }

    private void copy(ClassicHttpResponse answer, Upstream upstream) throws IOException {
        var body = HttpConnection.body(answer);
        var out = browser.getOutputStream();
        var buffer = new byte[BUFFER];
        try {
            for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                upstream.moved();
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            throw new TruncatedResponseException("the answer ended early", e);
        }
        // If the end of the connection marks the end of the answer, the answer looks complete even if the platform has
        // closed the connection.
        if (upstream.isClosed()) {
            throw new TruncatedResponseException("the preview has ended");
        }
    }
}

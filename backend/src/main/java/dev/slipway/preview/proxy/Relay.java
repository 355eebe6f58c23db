package dev.slipway.preview.proxy;

import dev.slipway.preview.PreviewError;
import dev.slipway.preview.PreviewProperties;
import dev.slipway.preview.grant.Grant;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.http.HttpConnection;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Forwards one request to the app, and the app's answer to the browser. */
@Component
final class Relay {
    private final PreviewProperties properties;

    Relay(PreviewProperties properties) {
        this.properties = properties;
    }

    /**
     * Forwards a request. Returns after the answer was written, or after a tunnel has taken over the connection.
     *
     * @throws PreviewException if no answer began
     * @throws TruncatedResponseException if the answer began but cannot be completed
     */
    void pass(Grant grant, AppRequest request, Answer answer, Consumer<Tunnel> toTunnel)
            throws IOException, PreviewException {
        var overIpv6 = grant.isOverIpv6();
        try {
            pass(grant, request, answer, toTunnel, overIpv6);
        } catch (PreviewException refused) {
            // Nothing was sent yet, so the same request may go to the machine's other loopback address.
            if (refused.error() != PreviewError.NOTHING_LISTENS || request.hasBody()) {
                throw refused;
            }
            pass(grant, request, answer, toTunnel, !overIpv6);
            grant.answersOverIpv6(!overIpv6);
        }
    }

    private void pass(Grant grant, AppRequest request, Answer answer, Consumer<Tunnel> toTunnel, boolean overIpv6)
            throws IOException, PreviewException {
        var upstream = new Upstream(properties);
        switch (grant.admit(upstream)) {
            case ADMITTED -> {}
            case TOO_MANY -> throw new PreviewException(PreviewError.TOO_MANY_CONNECTIONS);
            case ENDED -> throw new PreviewException(PreviewError.PREVIEW_NOT_OPEN);
        }
        var handedOver = false;
        try {
            var http = dial(upstream, grant, overIpv6);
            var outgoing = request.toApp(upstream::moved);
            if (outgoing.getEntity() instanceof RequestBody body) {
                new Upload(upstream, http, outgoing, body).run(() -> answer(upstream, http, outgoing, answer));
                return;
            }
            begin(http, outgoing);
            var incoming = receive(upstream, http, outgoing);
            if (incoming.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
                answer.writeHead(incoming);
                toTunnel.accept(new Tunnel(upstream, HttpConnection.body(incoming), () -> grant.leave(upstream)));
                handedOver = true;
                return;
            }
            answer.write(incoming, upstream);
        } finally {
            if (!handedOver) {
                upstream.close();
                grant.leave(upstream);
            }
        }
    }

    private HttpConnection dial(Upstream upstream, Grant grant, boolean overIpv6) throws IOException, PreviewException {
        try {
            return upstream.dial(grant.node(), grant.target().port(), overIpv6);
        } catch (NodeException e) {
            throw PreviewException.ofDialling(e);
        } catch (UserFacingException e) {
            throw PreviewException.ofDialling(e);
        }
    }

    private static void answer(Upstream upstream, HttpConnection http, ClassicHttpRequest outgoing, Answer answer)
            throws IOException, PreviewException {
        answer.write(receive(upstream, http, outgoing), upstream);
    }

    /**
     * Sends the request and ignores an error: an app that stops reading the request may already have answered, so the
     * caller tries to read the answer in any case.
     */
    private static void begin(HttpConnection http, ClassicHttpRequest outgoing) {
        try {
            http.begin(outgoing);
        } catch (IOException e) {
            return;
        }
    }

    private static ClassicHttpResponse receive(Upstream upstream, HttpConnection http, ClassicHttpRequest outgoing)
            throws PreviewException {
        try {
            var incoming = http.receive(outgoing);
            upstream.answered();
            var head = Answer.lines(incoming);
            if (HeadLimit.isExceeded(0, head)) {
                throw new PreviewException(PreviewError.ANSWER_HEAD_TOO_LARGE);
            }
            // After a switch of protocols that was not requested, the browser's next request on this connection would
            // go to the app unchecked.
            if (incoming.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS
                    && !(AppRequest.wantsWebSocket(outgoing) && HopHeaders.wantsWebSocket(head))) {
                throw new PreviewException(PreviewError.SWITCHED_UNASKED);
            }
            return incoming;
        } catch (IOException e) {
            throw PreviewException.ofAnswer(upstream, e);
        }
    }
}

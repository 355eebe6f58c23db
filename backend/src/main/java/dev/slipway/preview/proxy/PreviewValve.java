package dev.slipway.preview.proxy;

import dev.slipway.preview.PreviewError;
import dev.slipway.preview.grant.HostNames;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.UpgradeToken;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is asked of previews' hosts out of the server's hands before any filter, session or page of the platform
 * comes into play, and lets everything else pass.
 */
final class PreviewValve extends ValveBase {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewValve.class);
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int BAD_REQUEST = 400;

    private final HostNames hosts;
    private final Gateway gateway;

    PreviewValve(HostNames hosts, Gateway gateway) {
        super(true);
        this.hosts = hosts;
        this.gateway = gateway;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.getStatus() >= BAD_REQUEST) {
            // The server has not understood the request; what it has read of it may be any part.
            getNext().invoke(request, response);
            return;
        }
        // What the browser itself wrote comes first: a page of a preview can add an X-Forwarded-Host, but no Host.
        var named = Collections.list(request.getHeaders("Host"));
        var written = named.stream()
                .map(PreviewValve::withoutPort)
                .filter(hosts::isOfPreviews)
                .findFirst()
                .orElse("");
        var understood = request.getServerName();
        if (!written.isEmpty()) {
            serve(written, request, response);
        } else if (understood != null && hosts.isOfPreviews(understood)) {
            serve(understood, request, response);
        } else {
            getNext().invoke(request, response);
        }
    }

    private void serve(String host, Request request, Response response) throws IOException {
        try {
            // What a context of the server would do for a browser that waits before it sends a body.
            response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
            if (Collections.list(request.getHeaders("Host")).size() > 1) {
                response.setHeader("Connection", "close");
                gateway.refuse(PreviewError.HOST_UNCLEAR, request, response);
                return;
            }
            gateway.serve(hosts.parse(host), request, response, tunnel -> toTunnel(tunnel, request, response));
        } catch (IOException e) {
            LOG.debug("preview cut short host={} cause={}", host, e.toString());
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, e);
        }
    }

    /** As {@link Request#upgrade} does, but with a handler that exists already. */
    private static void toTunnel(InternalHttpUpgradeHandler tunnel, Request request, Response response) {
        response.setHeader("Connection", "upgrade");
        response.setHeader("Upgrade", "websocket");
        request.getCoyoteRequest().action(ActionCode.UPGRADE, new UpgradeToken(tunnel, null, null, "websocket"));
        response.setStatus(SWITCHING_PROTOCOLS);
    }

    private static String withoutPort(String host) {
        return host.strip().replaceFirst(":[0-9]*$", "");
    }
}

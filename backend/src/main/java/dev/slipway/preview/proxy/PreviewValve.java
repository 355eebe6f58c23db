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
 * Handles requests to previews' hosts before any filter, session or page of the platform, and passes all other requests
 * on.
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
            // The server could not parse the request, so the headers that it has read are not reliable.
            getNext().invoke(request, response);
            return;
        }
        // The browser's own Host header takes precedence, because a page of a preview can set X-Forwarded-Host, but not
        // Host.
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
            // A browser may wait for 100 Continue before it sends a body. Normally a Tomcat context sends this
            // response, but no context handles this request.
            response.sendAcknowledgement(ContinueResponseTiming.ALWAYS);
            if (Collections.list(request.getHeaders("Host")).size() > 1) {
                response.setHeader("Connection", "close");
                gateway.refuse(PreviewError.HOST_UNCLEAR, request, response);
                return;
            }
            gateway.serve(hosts.parse(host), request, response, tunnel -> toTunnel(tunnel, request, response));
        } catch (IOException e) {
            LOG.debug("preview interrupted host={} cause={}", host, e.toString());
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, e);
        }
    }

    /** Does the same as {@link Request#upgrade}, but with an existing handler. */
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

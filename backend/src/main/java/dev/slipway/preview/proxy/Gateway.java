package dev.slipway.preview.proxy;

import dev.slipway.preview.PreviewError;
import dev.slipway.preview.PreviewTicket;
import dev.slipway.preview.grant.HostNames;
import dev.slipway.preview.grant.Pass;
import dev.slipway.preview.grant.PreviewGrants;
import dev.slipway.preview.grant.PreviewName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Handles all requests to previews' hosts: exchanges tickets for passes, and forwards requests that have a pass. */
@Component
final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final String OWN_PATHS = "/.slipway/";
    private static final int MAX_TICKET = 256;
    private static final int NO_CONTENT = 204;

    /** Methods that are meant for a proxy that the browser is configured to use, not for an app. */
    private static final Set<String> NOT_FOR_APPS = Set.of("CONNECT", "TRACE");

    private final HostNames hosts;
    private final PreviewGrants grants;
    private final Relay relay;
    private final Pages pages;

    Gateway(HostNames hosts, PreviewGrants grants, Relay relay, Pages pages) {
        this.hosts = hosts;
        this.grants = grants;
        this.relay = relay;
        this.pages = pages;
    }

    /** @param name name of the preview, as given by the request's host; empty if no preview can have this host */
    void serve(
            Optional<PreviewName> name,
            HttpServletRequest request,
            HttpServletResponse response,
            Consumer<Tunnel> toTunnel)
            throws IOException {
        try {
            var preview = name.orElseThrow(() -> new PreviewException(PreviewError.PREVIEW_UNKNOWN));
            var head = AppRequest.head(request);
            if (HeadLimit.isExceeded(firstLine(request), head)) {
                throw new PreviewException(PreviewError.REQUEST_HEAD_TOO_LARGE);
            }
            if (request.getRequestURI().startsWith(OWN_PATHS)) {
                serveOwn(preview, head, request, response);
            } else {
                serveApp(preview, head, request, response, toTunnel);
            }
        } catch (PreviewException failure) {
            LOG.debug("preview not shown name={} reason={}", name, failure.error(), failure);
            pages.problem(failure.error(), name.map(PreviewName::port), request, response);
        }
    }

    /** Answers a request with an error page without reading its body. */
    void refuse(PreviewError error, HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.problem(error, Optional.empty(), request, response);
    }

    private static int firstLine(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI().length() + (query == null ? 0 : query.length());
    }

    private void serveOwn(
            PreviewName preview, List<HeaderLine> head, HttpServletRequest request, HttpServletResponse response)
            throws IOException, PreviewException {
        switch (request.getMethod() + " " + request.getRequestURI()) {
            case "GET " + PreviewTicket.ENTRANCE -> pages.entrance(preview.port(), response);
            case "POST " + PreviewTicket.ENTRANCE -> {
                requireOwnOrigin(preview, request);
                letIn(preview, request, response);
            }
            case "GET " + Pages.CHECK -> {
                requirePass(preview, head);
                response.setStatus(NO_CONTENT);
            }
            default -> throw new PreviewException(PreviewError.PREVIEW_UNKNOWN);
        }
    }

    /**
     * Exchanges the ticket in the request's body for a pass. The body also states whether the page is in a frame:
     * {@code frame TICKET} or {@code tab TICKET}.
     */
    private void letIn(PreviewName preview, HttpServletRequest request, HttpServletResponse response)
            throws IOException, PreviewException {
        var body = new String(request.getInputStream().readNBytes(MAX_TICKET), StandardCharsets.US_ASCII);
        var framed = body.startsWith("frame ");
        var pass = grants.redeem(preview, body.substring(body.indexOf(' ') + 1), framed)
                .orElseThrow(() -> new PreviewException(PreviewError.TICKET_REFUSED));
        response.addHeader("Set-Cookie", Cookies.pass(pass.secret(), framed, hosts.isSecure()));
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(NO_CONTENT);
    }

    private void serveApp(
            PreviewName preview,
            List<HeaderLine> head,
            HttpServletRequest request,
            HttpServletResponse response,
            Consumer<Tunnel> toTunnel)
            throws IOException, PreviewException {
        var caller = Caller.of(preview, request, grants, hosts);
        if (caller.isPresent() && CrossOrigin.isPreflight(request)) {
            new CrossOrigin(caller.get().origin()).answerPreflight(request, response);
            return;
        }
        var pass = pass(preview, head, request, caller);
        if (request.getHeader("Service-Worker") != null) {
            throw new PreviewException(PreviewError.SERVICE_WORKER_REFUSED);
        }
        if (NOT_FOR_APPS.contains(request.getMethod())) {
            throw new PreviewException(PreviewError.PREVIEW_UNKNOWN);
        }
        if (HopHeaders.wantsWebSocket(head) && caller.isEmpty()) {
            requireOwnOrigin(preview, request);
        }
        var origin = hosts.origin(preview);
        var locations = new Locations(
                origin, preview.node().value(), preview.port(), new OtherPorts(pass.grant(), grants, hosts, request));
        var frames = new FramePolicy(hosts.platformOrigin());
        var answerHead = new ResponseHead(
                locations,
                frames,
                pass.framed() && hosts.isSecure(),
                caller.map(Caller::origin).map(CrossOrigin::new));
        relay.pass(pass.grant(), new AppRequest(request, head, origin), new Answer(answerHead, response), toTunnel);
    }

    /**
     * Returns the pass of the request's cookie. For a cross-origin request without one, returns a pass without a secret
     * if the browser has presented its pass for the calling page.
     */
    private Pass pass(PreviewName preview, List<HeaderLine> head, HttpServletRequest request, Optional<Caller> caller)
            throws PreviewException {
        var pass = grants.find(preview, Cookies.passes(head));
        if (pass.isPresent()) {
            pass.get().grant().seen(Caller.client(request));
            return pass.get();
        }
        return caller.filter(page -> page.isKnown(request))
                .map(page -> new Pass("", page.called(), false))
                .orElseThrow(() -> new PreviewException(PreviewError.PREVIEW_NOT_OPEN));
    }

    private Pass requirePass(PreviewName preview, List<HeaderLine> head) throws PreviewException {
        return grants.find(preview, Cookies.passes(head))
                .orElseThrow(() -> new PreviewException(PreviewError.PREVIEW_NOT_OPEN));
    }

    /**
     * Refuses a request that a page of another origin sends. Cookies are not enough, because browsers send them with a
     * WebSocket handshake regardless of the page that opens the WebSocket. Programs other than browsers send no Origin
     * header and are not refused.
     */
    private void requireOwnOrigin(PreviewName preview, HttpServletRequest request) throws PreviewException {
        var origin = request.getHeader("Origin");
        if (origin != null && !origin.equals(hosts.origin(preview))) {
            throw new PreviewException(PreviewError.FOREIGN_PAGE);
        }
    }
}

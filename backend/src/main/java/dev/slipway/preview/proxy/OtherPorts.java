package dev.slipway.preview.proxy;

import dev.slipway.preview.PreviewTicket;
import dev.slipway.preview.grant.Grant;
import dev.slipway.preview.grant.HostNames;
import dev.slipway.preview.grant.PreviewGrants;
import jakarta.servlet.http.HttpServletRequest;

/** Addresses of the other ports of a preview's machine in the browser. */
final class OtherPorts implements Locations.Elsewhere {
    private final Grant grant;
    private final PreviewGrants grants;
    private final HostNames hosts;
    private final HttpServletRequest request;

    /** @param grant of the preview whose app refers to the other port */
    OtherPorts(Grant grant, PreviewGrants grants, HostNames hosts, HttpServletRequest request) {
        this.grant = grant;
        this.grants = grants;
        this.hosts = hosts;
        this.request = request;
    }

    /**
     * Returns the address of another port. For a navigation it contains a ticket. For a script's request it does not,
     * because the other preview checks such a request as a cross-origin request. If the preview has ended, the address
     * is on this preview, which then shows the error page.
     */
    @Override
    public String address(int port, String rest) {
        return grants.issueBeside(grant, port)
                .map(ticket -> address(ticket, rest))
                .orElse(rest);
    }

    private String address(PreviewGrants.Ticket ticket, String rest) {
        var origin = hosts.origin(ticket.grant().name());
        return isNavigation() ? origin + PreviewTicket.ENTRANCE + "#" + ticket.secret() + rest : origin + rest;
    }

    private boolean isNavigation() {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null || mode.equals("navigate");
    }
}

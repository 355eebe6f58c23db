package dev.slipway.preview.proxy;

import dev.slipway.preview.PreviewTicket;
import dev.slipway.preview.grant.Grant;
import dev.slipway.preview.grant.HostNames;
import dev.slipway.preview.grant.PreviewGrants;
import jakarta.servlet.http.HttpServletRequest;

/** Builds the addresses at which the browser reaches other ports of a preview's machine. */
final class OtherPorts implements Locations.Elsewhere {
    private final Grant grant;
    private final PreviewGrants grants;
    private final HostNames hosts;
    private final HttpServletRequest request;

    /** @param grant grant of the preview whose app refers to the other port */
    OtherPorts(Grant grant, PreviewGrants grants, HostNames hosts, HttpServletRequest request) {
        this.grant = grant;
        this.grants = grants;
        this.hosts = hosts;
        this.request = request;
    }

    /**
     * Returns the address of another port. For a navigation, the address contains a ticket. For a script's request, it
     * contains no ticket, because the other preview checks such a request as a cross-origin request. If this preview
     * has ended, the address is a path of this preview, where the browser gets an error page.
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

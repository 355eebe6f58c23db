package dev.slipway.preview.proxy;

import dev.slipway.preview.PreviewTicket;
import dev.slipway.preview.grant.Grant;
import dev.slipway.preview.grant.Grants;
import dev.slipway.preview.grant.HostNames;
import jakarta.servlet.http.HttpServletRequest;

/** Where the browser finds the other ports of a preview's machine. */
final class OtherPorts implements Locations.Elsewhere {
    private final Grant grant;
    private final Grants grants;
    private final HostNames hosts;
    private final HttpServletRequest request;

    /** @param grant of the preview whose app leads elsewhere */
    OtherPorts(Grant grant, Grants grants, HostNames hosts, HttpServletRequest request) {
        this.grant = grant;
        this.grants = grants;
        this.hosts = hosts;
        this.request = request;
    }

    /**
     * A page that a person goes to is opened with a ticket; a script's request finds an address, and asks for itself. A
     * preview that has ended leads to itself, where the browser learns that it has.
     */
    @Override
    public String address(int port, String rest) {
        return grants.issueBeside(grant, port)
                .map(ticket -> address(ticket, rest))
                .orElse(rest);
    }

    private String address(Grants.Ticket ticket, String rest) {
        var origin = hosts.origin(ticket.grant().name());
        return isNavigation() ? origin + PreviewTicket.ENTRANCE + "#" + ticket.secret() + rest : origin + rest;
    }

    private boolean isNavigation() {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null || mode.equals("navigate");
    }
}

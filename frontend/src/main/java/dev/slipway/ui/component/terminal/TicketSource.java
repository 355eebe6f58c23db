package dev.slipway.ui.component.terminal;

/** Issues a ticket for each connection of a terminal. */
@FunctionalInterface
public interface TicketSource {

    /**
     * Returns a new ticket.
     *
     * @throws dev.slipway.shared.UserFacingException if there is no shell to connect to; the terminal shows the
     *     exception's text
     */
    String ticket();
}

package dev.slipway.ui.component.terminal;

/** Gives a ticket for each connection that a terminal makes. */
@FunctionalInterface
public interface TicketSource {

    /**
     * @throws dev.slipway.shared.UserFacingException if there is nothing to connect to; its text is shown
     */
    String ticket();
}

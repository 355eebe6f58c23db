package dev.slipway.ui.component.terminal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;

/**
 * A terminal. Its input and output use a separate WebSocket; this component only sends a ticket to the browser for each
 * connection. The terminal connects when the user first sees it.
 */
@Tag("slipway-terminal")
@NpmPackage(value = "@xterm/xterm", version = "6.0.0")
@NpmPackage(value = "@xterm/addon-fit", version = "0.11.0")
@NpmPackage(value = "@xterm/addon-search", version = "0.16.0")
@NpmPackage(value = "@xterm/addon-unicode11", version = "0.9.0")
@NpmPackage(value = "@xterm/addon-web-links", version = "0.12.0")
@NpmPackage(value = "@xterm/addon-webgl", version = "0.19.0")
@CssImport("@xterm/xterm/css/xterm.css")
@JsModule("./terminal/slipway-terminal.ts")
public final class Terminal extends Component implements HasSize, HasStyle, Focusable<Terminal> {
    private final TicketSource tickets;

    /** Creates a terminal that takes a ticket from {@code tickets} for each connection. */
    public Terminal(TicketSource tickets) {
        this.tickets = tickets;
        setLabel("Terminal");
        getElement().addEventListener("ticket-needed", event -> giveTicket());
    }

    /** Sets the name that screen readers use, such as "Terminal of node1". */
    public void setLabel(String label) {
        getElement().setAttribute("aria-label", label);
    }

    /** Sets whether the machine is frozen. Input wakes a frozen machine. */
    public void setFrozen(boolean frozen) {
        getElement().setAttribute("frozen", frozen);
    }

    /** Shows a notice in the terminal, such as that the terminal is recorded. An empty text removes the notice. */
    public void setNotice(String text) {
        getElement().setAttribute("notice", text);
    }

    /**
     * Draws with DOM elements instead of WebGL, so that a test can read the screen. Must be called before the terminal
     * is shown.
     */
    public void drawByDom() {
        getElement().setAttribute("renderer", "dom");
    }

    /** Registers a listener for changes of the connection's state. */
    public Registration addConnectionStateListener(ComponentEventListener<ConnectionStateEvent> listener) {
        return addListener(ConnectionStateEvent.class, listener);
    }

    private void giveTicket() {
        try {
            getElement().callJsFunction("connect", tickets.ticket());
        } catch (UserFacingException refused) {
            getElement().callJsFunction("refuse", ErrorTexts.text(refused));
        }
    }
}

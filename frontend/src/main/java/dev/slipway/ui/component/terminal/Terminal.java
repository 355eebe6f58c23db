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
 * A terminal. Its bytes take their own WebSocket, never this component's way; all that comes through here is a ticket
 * for each connection. Connects when it is first seen.
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

    public Terminal(TicketSource tickets) {
        this.tickets = tickets;
        setLabel("Terminal");
        getElement().addEventListener("ticket-needed", event -> giveTicket());
    }

    /** What a screen reader calls it, such as "Terminal of node1". */
    public void setLabel(String label) {
        getElement().setAttribute("aria-label", label);
    }

    /** Says that the machine stands still, or no longer does. What is typed wakes it. */
    public void setFrozen(boolean frozen) {
        getElement().setAttribute("frozen", frozen);
    }

    /** Something that one must know about this terminal, such as that it is recorded; nothing if empty. */
    public void setNotice(String text) {
        getElement().setAttribute("notice", text);
    }

    /** Draws by the DOM instead of WebGL, so that a test can read it. Before it is shown. */
    public void drawByDom() {
        getElement().setAttribute("renderer", "dom");
    }

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

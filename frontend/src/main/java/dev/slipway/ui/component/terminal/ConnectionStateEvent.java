package dev.slipway.ui.component.terminal;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import java.util.Locale;

/** A terminal's connection is in another state than before. */
@DomEvent("connection-state")
public final class ConnectionStateEvent extends ComponentEvent<Terminal> {
    private final ConnectionState state;
    private final String text;

    /** Called by the framework with what the browser says. */
    public ConnectionStateEvent(
            Terminal source,
            boolean fromClient,
            @EventData("event.detail.state") String state,
            @EventData("event.detail.text") String text) {
        super(source, fromClient);
        this.state = ConnectionState.valueOf(state.toUpperCase(Locale.ROOT));
        this.text = text;
    }

    public ConnectionState state() {
        return state;
    }

    /** The state in words for people. */
    public String text() {
        return text;
    }
}

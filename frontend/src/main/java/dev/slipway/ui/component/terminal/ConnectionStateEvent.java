package dev.slipway.ui.component.terminal;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import java.util.Locale;

/** Reports that the state of a terminal's connection has changed. */
@DomEvent("connection-state")
public final class ConnectionStateEvent extends ComponentEvent<Terminal> {
    private final ConnectionState state;
    private final String text;

    /** Called by Vaadin with values from the browser. */
    public ConnectionStateEvent(
            Terminal source,
            boolean fromClient,
            @EventData("event.detail.state") String state,
            @EventData("event.detail.text") String text) {
        super(source, fromClient);
        this.state = ConnectionState.valueOf(state.toUpperCase(Locale.ROOT));
        this.text = text;
    }

    /** Returns the new state. */
    public ConnectionState state() {
        return state;
    }

    /** Returns the state as text for people. */
    public String text() {
        return text;
    }
}

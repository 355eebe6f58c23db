package dev.slipway.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** A date and time. The browser shows it in the user's time zone, which the server does not know. */
@Tag("slipway-moment")
@JsModule("./ui/moment.ts")
public final class Moment extends Component {

    public Moment(Instant at) {
        getElement().setAttribute("at", Long.toString(at.toEpochMilli()));
    }
}

package dev.slipway.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** A date and time in the reader's time zone, which only the browser knows. */
@Tag("slipway-moment")
@JsModule("./ui/moment.ts")
public final class Moment extends Component {

    public Moment(Instant at) {
        getElement().setAttribute("at", Long.toString(at.toEpochMilli()));
    }
}

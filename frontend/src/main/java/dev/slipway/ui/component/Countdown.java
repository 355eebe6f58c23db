package dev.slipway.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** Counts down to a moment in the browser, without asking the server. */
@Tag("slipway-countdown")
@JsModule("./ui/countdown.ts")
public final class Countdown extends Component {

    /** Called when the moment has come. */
    public void onEnd(Runnable reaction) {
        getElement().addEventListener("countdown-ended", event -> reaction.run());
    }

    public void show(Instant until, Instant now) {
        getElement().setAttribute("now", Long.toString(now.toEpochMilli()));
        getElement().setAttribute("until", Long.toString(until.toEpochMilli()));
    }
}

package dev.slipway.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** A countdown to a point in time. It runs in the browser, without requests to the server. */
@Tag("slipway-countdown")
@JsModule("./ui/countdown.ts")
public final class Countdown extends Component {

    /** Calls {@code reaction} when the countdown reaches zero. */
    public void onEnd(Runnable reaction) {
        getElement().addEventListener("countdown-ended", event -> reaction.run());
    }

    /** Starts the countdown. {@code now} is the server's time, because the browser's clock may be wrong. */
    public void show(Instant until, Instant now) {
        getElement().setAttribute("now", Long.toString(now.toEpochMilli()));
        getElement().setAttribute("until", Long.toString(until.toEpochMilli()));
    }
}

package dev.slipway.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.attempt.Attempt;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.ui.component.Countdown;

/** The time until the machines are removed, with a button that extends this time while extensions are left. */
final class TimeLeft extends Div {
    private final AttemptActions session;
    private final Countdown countdown = new Countdown();
    private final Button extend;

    TimeLeft(AttemptActions session) {
        this.session = session;
        addClassName("time-left");
        var minutes = session.lab().machines().session().extendBy().toMinutes();
        extend = new Button("+" + minutes + " min", event -> extend());
        extend.addThemeVariants(ButtonVariant.TERTIARY);
        extend.setDisableOnClick(true);
        var label = new Span("Time left");
        label.addClassName("time-label");
        add(label, countdown, extend);
    }

    void show(Attempt attempt) {
        var ends = attempt.sandbox().flatMap(Sandbox::leaseEnds);
        setVisible(ends.isPresent() && Phase.of(attempt) == Phase.WORKING);
        ends.ifPresent(end -> countdown.show(end, session.clock().instant()));
        extend.setVisible(attempt.extensionsLeft() > 0);
        var offer = Extensions.offer(session, attempt);
        extend.setAriaLabel(offer);
        extend.setTooltipText(offer);
    }

    private void extend() {
        session.extend(() -> Extensions.granted(session), () -> extend.setEnabled(true));
    }
}

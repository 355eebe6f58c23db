package dev.slipway.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.attempt.Attempt;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.ui.component.Buttons;
import java.time.Duration;

/**
 * A warning that the machines' time is nearly up, with a button that extends the time. The element of the text is
 * always in the document, and its text changes only with the warning, because screen readers read each change.
 */
final class LeaseWarning extends Div {
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration LAST = Duration.ofMinutes(2);

    private final AttemptActions session;
    private final Span text = new Span();
    private final Button extend;

    LeaseWarning(AttemptActions session) {
        this.session = session;
        addClassName("lease-warning");
        text.getElement().setAttribute("role", "status");
        extend = Buttons.plain("", this::extend);
        extend.setDisableOnClick(true);
        add(text, extend);
    }

    void show(Attempt attempt) {
        var warning = warning(attempt);
        if (!warning.equals(text.getText())) {
            text.setText(warning);
        }
        var more = !warning.isEmpty() && attempt.extensionsLeft() > 0;
        extend.setVisible(more);
        extend.setText(more ? Extensions.offer(session, attempt) : "");
        setClassName("quiet", warning.isEmpty());
    }

    private String warning(Attempt attempt) {
        var ends = attempt.sandbox().flatMap(Sandbox::leaseEnds);
        if (ends.isEmpty() || Phase.of(attempt) != Phase.WORKING) {
            return "";
        }
        var left = Duration.between(session.clock().instant(), ends.get());
        if (left.compareTo(FIRST) > 0) {
            return "";
        }
        return "Less than " + (left.compareTo(LAST) > 0 ? "10" : "2")
                + " minutes left. Then your machines and everything on them are removed; your score and verdicts are kept."
                + (attempt.extensionsLeft() > 0 ? "" : " The time cannot be extended further.");
    }

    private void extend() {
        session.extend(() -> Extensions.granted(session), () -> extend.setEnabled(true));
    }
}

package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.TaskProgress;
import dev.slipway.lab.Task;
import dev.slipway.ui.component.Countdown;
import java.time.Instant;
import java.util.Optional;

/** The hints of a task. The learner opens them one at a time; the button names the cost of the next hint. */
final class HintList extends Div {
    private final AttemptActions session;
    private final Task task;
    private Optional<Shown> shown = Optional.empty();
    private boolean unfolded;

    HintList(AttemptActions session, Task task) {
        this.session = session;
        this.task = task;
        addClassName("hints");
    }

    /** The values that determine what the list shows. */
    private record Shown(int hints, boolean passed, Optional<String> failing) {}

    void show(TaskProgress progress, Attempt attempt) {
        var now = new Shown(progress.hintsTaken(), progress.passed(), progress.failing());
        if (shown.equals(Optional.of(now))) {
            return;
        }
        shown = Optional.of(now);
        removeAll();
        task.hints().stream().limit(now.hints()).forEach(hint -> {
            var text = new Div(
                    new Html("<div>" + session.labs().renderInline(hint.text(), attempt.variables()) + "</div>"));
            text.addClassName("hint");
            text.getElement().setAttribute("tabindex", "-1");
            add(text);
        });
        if (unfolded) {
            // The pressed button had the focus and has been removed, so the focus moves to the new hint.
            getElement().executeJs("[...this.querySelectorAll('.hint')].at(-1)?.focus()");
            unfolded = false;
        }
        if (!now.passed()) {
            task.nextHintAfter(now.hints(), now.failing())
                    .ifPresent(after ->
                            addOffer(now.hints(), attempt.lifetime().startedAt().plus(after)));
        }
    }

    private void addOffer(int shownHints, Instant opensAt) {
        var cost = session.lab().scoring().hintCost();
        var which = shownHints == 0 ? "Show a hint" : "Show another hint";
        var button = new Button(which + (cost == 0 ? "" : ", costs " + cost + (cost == 1 ? " point" : " points")));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClickListener(event -> {
            unfolded = true;
            session.takeHint(task.id());
        });
        var offer = new Div(button);
        offer.addClassName("hint-offer");
        var now = session.clock().instant();
        if (opensAt.isAfter(now)) {
            button.setEnabled(false);
            offer.add(waitingTime(opensAt, now, button));
        }
        add(offer);
    }

    private static Span waitingTime(Instant opensAt, Instant now, Button button) {
        var countdown = new Countdown();
        countdown.show(opensAt, now);
        var wait = new Span(new Span("available in "), countdown);
        countdown.onEnd(() -> {
            button.setEnabled(true);
            wait.setVisible(false);
        });
        return wait;
    }
}

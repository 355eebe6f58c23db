package dev.slipway.ui.workspace;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.TaskProgress;
import dev.slipway.check.Verdict;
import dev.slipway.lab.Lab;
import dev.slipway.ui.component.InlineText;
import dev.slipway.ui.component.Label;
import dev.slipway.ui.component.Label.Tone;

/** The tasks of an ended attempt, each with its last verdict. */
final class ResultTasks extends UnorderedList {

    ResultTasks(Lab lab, Attempt attempt) {
        addClassName("result-tasks");
        for (var progress : attempt.progress().tasks()) {
            var title = lab.task(progress.task())
                    .map(task -> task.title(attempt.variables()))
                    .orElse(progress.task().value());
            var item = new ListItem(new InlineText(title), points(progress), label(progress));
            if (!progress.passed() && progress.verdict().orElse(null) instanceof Verdict.Failed failed) {
                var reason = new Div(new InlineText(failed.reason()));
                reason.addClassName("result-reason");
                item.add(reason);
            }
            add(item);
        }
    }

    private static Span points(TaskProgress progress) {
        var hints = progress.hintsTaken();
        return new Span(progress.points() + " points"
                + (hints == 0 ? "" : ", " + hints + (hints == 1 ? " hint taken" : " hints taken")));
    }

    private static Label label(TaskProgress progress) {
        return progress.passed() ? new Label("Done", Tone.GOOD) : new Label("Not done", Tone.NEUTRAL);
    }
}

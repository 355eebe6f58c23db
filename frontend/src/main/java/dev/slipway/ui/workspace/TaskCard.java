package dev.slipway.ui.workspace;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.TaskProgress;
import dev.slipway.check.CheckSyntax;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import dev.slipway.ui.component.InlineText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A task with its verdict, which is updated while the learner works. */
final class TaskCard extends Section {
    private final AttemptActions session;
    private final Task task;
    private final Span state = new Span();
    private final VerdictText verdict = new VerdictText();
    private final Optional<AnswerForm> answer;
    private final HintList hints;
    private TaskStatus standing;

    /**
     * Creates the card.
     *
     * @param title title with the attempt's variables filled in
     */
    TaskCard(AttemptActions session, Task task, String title) {
        this.session = session;
        this.task = task;
        standing = new TaskStatus(task.id(), title, TaskState.OPEN, Optional.empty(), Optional.empty());
        answer = CheckSyntax.asksForAnswer(task) ? Optional.of(new AnswerForm(session, task)) : Optional.empty();
        hints = new HintList(session, task);
        addClassName("task-card");
        setId("task-" + task.id());
        var heading = new H2(new InlineText(title));
        heading.setId("task-title-" + task.id());
        getElement().setAttribute("aria-labelledby", "task-title-" + task.id());
        state.addClassName("task-state");
        var points = new Span(task.points() + (task.points() == 1 ? " point" : " points"));
        points.addClassName("task-points");
        var top = new Div(heading, points, state);
        top.addClassName("task-heading");
        add(top);
        answer.ifPresent(this::add);
        add(verdict, hints);
    }

    void show(TaskProgress progress, Attempt attempt) {
        var current =
                TaskState.of(progress, Phase.of(attempt), waitsFor(attempt).isEmpty());
        standing = new TaskStatus(task.id(), standing.title(), current, progress.verdict(), progress.decidedAt());
        say(current);
        verdict.show(progress, current, waitsFor(attempt));
        answer.ifPresent(form -> form.show(progress, current));
        hints.show(progress, attempt);
    }

    void checking(boolean running) {
        say(running && standing.state().canChange() ? TaskState.CHECKING : standing.state());
    }

    /**
     * Returns the state of the task at the last update. While a check is running, this is the state before the check.
     */
    TaskStatus standing() {
        return standing;
    }

    /** Scrolls to the card and focuses it, which also makes screen readers read it. */
    void reveal() {
        getElement()
                .setAttribute("tabindex", "-1")
                .executeJs("this.scrollIntoView({block: 'center'}); this.focus({preventScroll: true})");
    }

    private void say(TaskState now) {
        state.setText(now.words());
        getElement().setAttribute("state", now.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the titles of the tasks that must pass before this one is evaluated. */
    private List<String> waitsFor(Attempt attempt) {
        return task.needs().stream()
                .filter(needed -> !hasPassed(attempt, needed))
                .flatMap(needed -> session.lab().task(needed).stream())
                .map(needed -> needed.title(attempt.variables()))
                .toList();
    }

    private static boolean hasPassed(Attempt attempt, TaskId task) {
        return attempt.progress().tasks().stream()
                .anyMatch(progress -> progress.task().equals(task) && progress.passed());
    }
}

package dev.slipway.ui.workspace;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.check.Verdict;
import dev.slipway.lab.TaskId;
import dev.slipway.ui.component.InlineText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A line below the workspace with the tasks of the current page and the newest verdict. The line stays visible when the
 * page scrolls, and while a narrow screen shows the terminal instead of the page.
 */
final class TaskStrip extends Section {
    private final Consumer<TaskId> visit;
    private final Div marks = new Div();
    private final NativeButton newest = new NativeButton();
    private final Span text = new Span();
    private final Map<TaskId, NativeButton> buttons = new LinkedHashMap<>();
    private final Map<TaskId, TaskStatus> before = new HashMap<>();
    private @Nullable TaskId latest;

    /**
     * Creates an empty line.
     *
     * @param visit shows a task's card on its page
     */
    TaskStrip(Consumer<TaskId> visit) {
        this.visit = visit;
        addClassName("task-strip");
        getElement().setAttribute("aria-label", "Tasks of this page");
        marks.addClassName("task-marks");
        text.getElement().setAttribute("role", "status");
        newest.addClassName("task-newest");
        newest.addClickListener(event -> Optional.ofNullable(latest).ifPresent(visit));
        newest.add(text);
        add(marks, newest);
        setVisible(false);
    }

    /**
     * Updates the line.
     *
     * @param ofPage tasks of the current page
     * @param all tasks of the lab, in its order
     */
    void show(List<TaskStatus> ofPage, List<TaskStatus> all) {
        setVisible(!all.isEmpty());
        showMarks(ofPage, all);
        var changed = all.stream()
                .filter(standing -> standing.says() && isNews(standing))
                // A failure of a task on another page would only hide the result of the learner's work on this page.
                .filter(standing -> standing.isPassed() || ofPage.contains(standing))
                .toList();
        all.forEach(standing -> before.put(standing.task(), standing));
        best(changed, ofPage).ifPresent(standing -> latest = standing.task());
        var shown = all.stream()
                .filter(standing -> standing.task().equals(latest))
                .filter(TaskStatus::says)
                .findFirst()
                .or(() -> firstToDo(ofPage));
        latest = shown.map(TaskStatus::task).orElse(null);
        newest.setVisible(shown.isPresent());
        shown.ifPresent(this::tell);
    }

    /** Forgets the newest verdict. Call this method when the learner has turned to another page. */
    void turned() {
        latest = null;
    }

    private boolean isNews(TaskStatus standing) {
        var known = before.get(standing.task());
        return known == null || !known.readsLike(standing);
    }

    /**
     * Returns the most important of the verdicts that arrived together. A passed task is more important than a failed
     * one, then a task of this page more than a task of another page, then a later verdict more than an earlier one.
     */
    private static Optional<TaskStatus> best(List<TaskStatus> changed, List<TaskStatus> ofPage) {
        return changed.stream()
                .min(Comparator.comparing(TaskStatus::isPassed)
                        .reversed()
                        .thenComparing(standing -> !ofPage.contains(standing))
                        .thenComparing(standing -> standing.decidedAt()
                                .map(at -> -at.toEpochMilli())
                                .orElse(0L)));
    }

    private static Optional<TaskStatus> firstToDo(List<TaskStatus> ofPage) {
        return ofPage.stream().filter(standing -> !standing.isPassed()).findFirst();
    }

    /** Updates the task buttons. Keeps them while the page stays the same, so that a focused button keeps the focus. */
    private void showMarks(List<TaskStatus> ofPage, List<TaskStatus> all) {
        var tasks = ofPage.stream().map(TaskStatus::task).toList();
        if (!List.copyOf(buttons.keySet()).equals(tasks)) {
            buttons.clear();
            marks.removeAll();
            ofPage.forEach(standing -> buttons.put(standing.task(), mark(standing, all)));
            buttons.values().forEach(marks::add);
        }
        ofPage.forEach(standing -> {
            var mark = Objects.requireNonNull(buttons.get(standing.task()));
            var words = standing.title() + ": " + standing.state().words();
            mark.setAriaLabel("Task " + mark.getText() + ", " + words);
            mark.setTitle(words);
            setState(mark, standing.state());
        });
    }

    private NativeButton mark(TaskStatus standing, List<TaskStatus> all) {
        var mark = new NativeButton(Integer.toString(all.indexOf(standing) + 1));
        mark.addClickListener(event -> visit.accept(standing.task()));
        mark.addClassName("task-mark");
        return mark;
    }

    private void tell(TaskStatus standing) {
        setState(newest, standing.state());
        var title = new InlineText(standing.title());
        title.addClassName("task-newest-title");
        var reason = new InlineText(reason(standing));
        reason.addClassName("task-newest-reason");
        var state = new Span(standing.state().words());
        state.addClassName("task-state");
        text.removeAll();
        text.add(state, title, reason);
        newest.setTitle(standing.title() + ": " + reason(standing));
    }

    private static String reason(TaskStatus standing) {
        return standing.says() ? standing.verdict().map(TaskStrip::reason).orElse("") : "";
    }

    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> "";
            case Verdict.Failed failed ->
                failed.seen().isEmpty() || failed.expected().isEmpty()
                        ? failed.reason()
                        : failed.reason() + " Seen: " + failed.seen() + ". Expected: " + failed.expected() + ".";
            case Verdict.Errored errored -> errored.cause();
            case Verdict.TimedOut timedOut -> timedOut.cause();
        };
    }

    private static void setState(NativeButton button, TaskState state) {
        button.getElement().setAttribute("state", state.name().toLowerCase(Locale.ROOT));
    }
}

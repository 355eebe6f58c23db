package dev.slipway.attempt.progress;

import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.attempt.persistence.AttemptRows;
import dev.slipway.check.TaskEvaluated;
import dev.slipway.check.Verdict;
import dev.slipway.lab.Labs;
import dev.slipway.lab.TaskId;
import dev.slipway.terminal.Recordings;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Marks in the recordings when a task passes, fails or cannot be judged any more. Listens before
 * {@link VerdictRecorder}, so that the attempt still has the verdict before.
 */
@Component
class VerdictMarker {
    private final AttemptRows attempts;
    private final Labs labs;
    private final Recordings recordings;

    VerdictMarker(AttemptRows attempts, Labs labs, Recordings recordings) {
        this.attempts = attempts;
        this.labs = labs;
        this.recordings = recordings;
    }

    @Order(0)
    @EventListener
    void on(TaskEvaluated evaluated) {
        attempts.findById(evaluated.attempt().value())
                .filter(attempt -> attempt.uses(evaluated.sandbox()) && isNews(attempt, evaluated))
                .ifPresent(attempt -> mark(attempt, evaluated));
    }

    private void mark(AttemptEntity attempt, TaskEvaluated evaluated) {
        var label = word(evaluated.verdict()) + ": " + title(attempt, evaluated.task());
        recordings.mark(evaluated.sandbox(), label);
    }

    /** Another reason to fail is none, and at the start everything fails. */
    private static boolean isNews(AttemptEntity attempt, TaskEvaluated evaluated) {
        var before = attempt.verdict(evaluated.task()).map(Object::getClass);
        return before.isEmpty()
                ? evaluated.verdict() instanceof Verdict.Passed
                : !before.get().equals(evaluated.verdict().getClass());
    }

    private String title(AttemptEntity attempt, TaskId task) {
        return labs.find(attempt.lab(), attempt.labDigest())
                .flatMap(lab -> lab.task(task))
                .map(known -> known.title(attempt.variables()))
                .orElse(task.value());
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> "passed";
            case Verdict.Failed _ -> "failed";
            case Verdict.Errored _, Verdict.TimedOut _ -> "not checked";
        };
    }
}

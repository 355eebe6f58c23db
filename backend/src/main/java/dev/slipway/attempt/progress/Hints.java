package dev.slipway.attempt.progress;

import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.lab.Hint;
import dev.slipway.lab.Labs;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reveals the hints of a task in order. Each hint has an earliest time and a cost. */
@Component
final class Hints {
    private final Labs labs;
    private final AttemptStore store;
    private final Clock clock;

    Hints(Labs labs, AttemptStore store, Clock clock) {
        this.labs = labs;
        this.store = store;
        this.clock = clock;
    }

    Hint take(AttemptEntity attempt, TaskId taskId) {
        var lab = labs.require(attempt.lab());
        var task = lab.task(taskId)
                .filter(known -> attempt.knows(taskId))
                .orElseThrow(() -> new UserFacingException(AttemptError.TASK_NOT_FOUND, taskId));
        var taken = attempt.hintsTaken(taskId);
        if (taken >= task.hints().size()) {
            throw new UserFacingException(AttemptError.NO_MORE_HINTS);
        }
        var hint = task.hints().get(taken);
        var after = task.nextHintAfter(taken, attempt.failing(taskId))
                .orElseThrow(() -> new UserFacingException(AttemptError.HINT_NOT_YET));
        if (clock.instant().isBefore(attempt.startedAt().plus(after))) {
            throw new UserFacingException(AttemptError.HINT_TOO_EARLY, after.toMinutes());
        }
        // If two simultaneous requests take the same hint, the hint is counted only once.
        store.work(attempt.attemptId(), row -> row.takeHint(taskId, taken, lab.scoring()));
        return hint;
    }
}

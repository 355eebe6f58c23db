package dev.slipway.attempt.progress;

import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.check.CheckSyntax;
import dev.slipway.check.Checks;
import dev.slipway.lab.Labs;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.UserFacingException;
import org.springframework.stereotype.Component;

/**
 * Accepts learners' answers to tasks. The last answer counts; each answer that changes a verdict is stored among that
 * verdict's facts.
 */
@Component
final class Answers {
    /** Width of the database column; enough, because an answer is a word or an id. */
    private static final int MAX_LENGTH = 500;

    private final Labs labs;
    private final AttemptStore store;
    private final Checks checks;

    Answers(Labs labs, AttemptStore store, Checks checks) {
        this.labs = labs;
        this.store = store;
        this.checks = checks;
    }

    void take(AttemptEntity attempt, TaskId taskId, String value) {
        var task = labs.require(attempt.lab())
                .task(taskId)
                .filter(known -> attempt.knows(taskId))
                .orElseThrow(() -> new UserFacingException(AttemptError.TASK_NOT_FOUND, taskId));
        if (!CheckSyntax.asksForAnswer(task)) {
            throw new UserFacingException(AttemptError.NOTHING_TO_ANSWER);
        }
        var typed = value.strip();
        if (typed.isEmpty() || typed.length() > MAX_LENGTH) {
            throw new UserFacingException(AttemptError.ANSWER_LENGTH, MAX_LENGTH);
        }
        store.work(attempt.attemptId(), row -> row.answer(taskId, typed));
        checks.answer(attempt.attemptId(), taskId, typed);
    }
}

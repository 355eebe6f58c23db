package dev.slipway.attempt.progress;

import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.GivenAnswer;
import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.lab.Labs;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Accepts learners' answers to questions, and stores each with its time. An answer in the wrong form does not count as
 * a try.
 */
@Component
final class QuizAnswers {
    private static final int MAX_LENGTH = 500;

    private final Labs labs;
    private final AttemptStore store;
    private final Clock clock;

    QuizAnswers(Labs labs, AttemptStore store, Clock clock) {
        this.labs = labs;
        this.store = store;
        this.clock = clock;
    }

    void take(AttemptEntity attempt, QuestionId id, QuizAnswer answer) {
        var lab = labs.require(attempt.lab());
        var solution = lab.question(id)
                .filter(_ -> attempt.knows(id))
                .orElseThrow(() -> new UserFacingException(AttemptError.QUESTION_NOT_FOUND, id))
                .filled(attempt.variables())
                .solution();
        if (answer instanceof QuizAnswer.Typed(var text) && (text.isEmpty() || text.length() > MAX_LENGTH)) {
            throw new UserFacingException(AttemptError.ANSWER_LENGTH, MAX_LENGTH);
        }
        if (!solution.fits(answer)) {
            throw new UserFacingException(AttemptError.ANSWER_FORM);
        }
        var given = new GivenAnswer(answer, solution.accepts(answer), clock.instant());
        store.work(attempt.attemptId(), row -> {
            // The row counts the remaining tries within the transaction, so that two simultaneous requests cannot use
            // two tries when only one is left.
            if (!row.answer(id, given, lab.scoring())) {
                throw new UserFacingException(AttemptError.QUESTION_DECIDED);
            }
            return true;
        });
    }
}

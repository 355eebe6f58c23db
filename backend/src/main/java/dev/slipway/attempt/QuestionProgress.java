package dev.slipway.attempt;

import dev.slipway.lab.QuestionId;
import java.util.List;
import java.util.Optional;

/**
 * Progress of a learner with one question.
 *
 * @param tries how often the question may be answered
 * @param given the learner's answers, oldest first
 */
public record QuestionProgress(QuestionId question, int points, int tries, List<GivenAnswer> given) {
    public QuestionProgress {
        given = List.copyOf(given);
    }

    /** Returns the last answer, which is the one that counts. */
    public Optional<GivenAnswer> last() {
        return given.isEmpty() ? Optional.empty() : Optional.of(given.getLast());
    }

    /** Returns whether the last answer is right. */
    public boolean right() {
        return last().filter(GivenAnswer::right).isPresent();
    }

    /** Returns how often the question may still be answered; 0 after a right answer. */
    public int triesLeft() {
        return right() ? 0 : Math.max(0, tries - given.size());
    }

    /** Returns whether no further answer is accepted. */
    public boolean isDecided() {
        return triesLeft() == 0;
    }
}

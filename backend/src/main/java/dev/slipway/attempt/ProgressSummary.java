package dev.slipway.attempt;

import java.util.List;
import java.util.function.Predicate;

/**
 * Progress of a learner with a lab, for lists: how many tasks and questions are done, without verdicts and answers.
 *
 * @param tasks how many tasks have passed
 * @param questions how many questions are decided
 * @param score points for passed tasks and right answers, less the cost of hints
 * @param maxScore points of all tasks and questions
 * @param passed whether the score is enough to pass the lab
 */
public record ProgressSummary(Count tasks, Count questions, int score, int maxScore, boolean passed) {

    /** How many of a lab's tasks or questions are done. */
    public record Count(int done, int all) {
        public static final Count NONE = new Count(0, 0);

        static <T> Count of(List<T> all, Predicate<T> isDone) {
            return new Count((int) all.stream().filter(isDone).count(), all.size());
        }

        boolean isAll() {
            return done == all;
        }
    }

    /** Returns whether all tasks have passed and all questions are decided. */
    public boolean isComplete() {
        return tasks.isAll() && questions.isAll();
    }
}

package dev.slipway.attempt;

import java.util.List;
import java.util.function.Predicate;

/**
 * Progress of a learner with a lab, for lists: numbers of tasks and questions, without verdicts and answers.
 *
 * @param tasks number of passed tasks, and of all tasks
 * @param questions number of decided questions, and of all questions
 * @param score points for passed tasks and right answers, less the cost of hints
 * @param maxScore points of all tasks and questions
 * @param passed whether the score is enough to pass the lab
 */
public record ProgressSummary(Count tasks, Count questions, int score, int maxScore, boolean passed) {

    /** Number of a lab's tasks or questions that are done, and number of all of them. */
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

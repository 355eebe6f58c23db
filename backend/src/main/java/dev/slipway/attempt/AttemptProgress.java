package dev.slipway.attempt;

import dev.slipway.attempt.ProgressSummary.Count;
import java.util.List;

/**
 * Progress of a learner with a lab.
 *
 * @param tasks all tasks, in the lab's order
 * @param questions all questions of the quiz, in the lab's order
 * @param score points for passed tasks and right answers, less the cost of hints
 * @param maxScore points of all tasks and questions
 * @param passed whether the score is enough to pass the lab
 */
public record AttemptProgress(
        List<TaskProgress> tasks, List<QuestionProgress> questions, int score, int maxScore, boolean passed) {
    public AttemptProgress {
        tasks = List.copyOf(tasks);
        questions = List.copyOf(questions);
    }

    /** Returns whether all tasks have passed and all questions are decided. */
    public boolean isComplete() {
        return summary().isComplete();
    }

    /** Returns the score and the numbers of tasks and questions, without the tasks and questions themselves. */
    public ProgressSummary summary() {
        return new ProgressSummary(
                Count.of(tasks, TaskProgress::passed),
                Count.of(questions, QuestionProgress::isDecided),
                score,
                maxScore,
                passed);
    }
}

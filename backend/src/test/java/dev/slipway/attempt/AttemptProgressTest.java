package dev.slipway.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.attempt.ProgressSummary.Count;
import dev.slipway.lab.QuizAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptProgressTest {

    @Test
    void summaryCountsPassedTasksAndDecidedQuestions() {
        var progress = new AttemptProgress(
                List.of(task(true), task(false), task(true)), List.of(question(), question(right())), 30, 50, true);

        assertThat(progress.summary()).isEqualTo(new ProgressSummary(new Count(2, 3), new Count(1, 2), 30, 50, true));
    }

    @Test
    void isCompleteOnceAllTasksHavePassedAndAllQuestionsAreDecided() {
        assertThat(progress(task(true), question(right())).isComplete()).isTrue();
        assertThat(progress(task(false), question(right())).isComplete()).isFalse();
        assertThat(progress(task(true), question()).isComplete()).isFalse();
    }

    private static AttemptProgress progress(TaskProgress task, QuestionProgress question) {
        return new AttemptProgress(List.of(task), List.of(question), 0, 20, false);
    }

    private static TaskProgress task(boolean passed) {
        return new TaskProgress(LabSamples.FIRST, 10, passed, Optional.empty(), Optional.empty(), 0);
    }

    private static QuestionProgress question(GivenAnswer... given) {
        return new QuestionProgress(LabSamples.WHERE, 10, 2, List.of(given));
    }

    private static GivenAnswer right() {
        return new GivenAnswer(new QuizAnswer.Typed("42"), true, Instant.EPOCH);
    }
}

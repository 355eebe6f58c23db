package dev.slipway.attempt;

import static dev.slipway.attempt.LabSamples.FIRST;
import static dev.slipway.attempt.LabSamples.HOW_MANY;
import static dev.slipway.attempt.LabSamples.SECOND;
import static dev.slipway.attempt.LabSamples.WHERE;
import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.MutableClock;
import dev.slipway.account.Role;
import dev.slipway.attempt.ProgressSummary.Count;
import dev.slipway.check.Verdict;
import dev.slipway.lab.LabId;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxSummary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;

class AttemptSummariesTest extends AttemptTest {

    @Test
    void historyIsReadInPagesNewestFirst() {
        var oldest = endedAttempt().id();
        var middle = endedAttempt().id();
        var newest = endedAttempt().id();

        var first = running.summaries().history(learner, PageRequest.of(0, 2));
        var second = running.summaries().history(learner, PageRequest.of(1, 2));

        assertThat(first).extracting(AttemptSummary::id).containsExactly(newest, middle);
        assertThat(first.hasNext()).isTrue();
        assertThat(second).extracting(AttemptSummary::id).containsExactly(oldest);
        assertThat(second.hasNext()).isFalse();
    }

    @Test
    void historyHasNoAttemptsOfOthers() {
        readyAttempt();

        assertThat(running.history(anAccount(Role.LEARNER))).isEmpty();
    }

    @Test
    void summaryAgreesWithItsAttempt() {
        var id = readyAttempt().id();
        running.evaluated(id, SECOND, new Verdict.Passed());
        var attempt = running.attempts().get(learner, id);

        assertThat(running.history(learner)).singleElement().satisfies(summary -> {
            assertThat(summary)
                    .usingRecursiveComparison()
                    .ignoringFields("labTitle", "progress", "sandbox")
                    .isEqualTo(attempt);
            assertThat(summary.progress()).isEqualTo(attempt.progress().summary());
            assertThat(summary.progress().tasks()).isEqualTo(new Count(1, 2));
            assertThat(summary.progress().questions()).isEqualTo(Count.NONE);
            assertThat(summary.progress().isComplete()).isFalse();
            assertThat(summary.sandbox()).map(SandboxSummary::state).containsInstanceOf(SandboxState.Ready.class);
        });
    }

    @Test
    void titleStaysAsItWasWhenTheAttemptBegan() {
        endedAttempt();

        running.changeLab(LabSamples.aLabThatRequires("other", "mesh"));
        var history = running.history(learner);
        running.changeLab(LabSamples.aLab());

        assertThat(history)
                .singleElement()
                .satisfies(summary -> assertThat(summary.labTitle()).contains("Sample"));
    }

    @Test
    void countsQuestionsThatAreDecided() {
        var quiz = running.attempts().start(learner, new LabId("quiz")).id();

        running.attempts().answer(learner, quiz, WHERE, QuizAnswer.Chosen.of(List.of(1)));
        running.attempts().answer(learner, quiz, HOW_MANY, new QuizAnswer.Typed("5"));

        assertThat(running.history(learner)).singleElement().satisfies(summary -> {
            assertThat(summary.progress().questions()).isEqualTo(new Count(1, 2));
            assertThat(summary.sandbox()).isEmpty();
        });
    }

    @Test
    void standingIsTheOpenAttemptAndTheBestEndedOneOfEachLab() {
        var poor = endedAttempt(FIRST).id();
        var good = endedAttempt(SECOND).id();
        endedAttempt(FIRST);
        var open = readyAttempt().id();
        var quiz = running.attempts().start(learner, new LabId("quiz")).id();

        var standings = running.summaries().standings(learner);

        assertThat(standings).extracting(AttemptSummary::id).containsExactlyInAnyOrder(good, open, quiz);
        assertThat(running.history(learner))
                .hasSize(5)
                .extracting(AttemptSummary::id)
                .contains(poor);
    }

    @Test
    void administratorsLearnTheLabsOfAttempts() {
        var id = readyAttempt().id();

        var labs = running.summaries().labs(anAccount(Role.ADMINISTRATOR), List.of(id));

        assertThat(labs).isEqualTo(Map.of(id, LAB));
    }

    /** A minute after the attempt before it. */
    private Attempt endedAttempt(TaskId... passed) {
        running.get(MutableClock.class).advance(Duration.ofMinutes(1));
        var id = readyAttempt().id();
        for (var task : passed) {
            running.evaluated(id, task, new Verdict.Passed());
        }
        return running.attempts().end(learner, id);
    }
}

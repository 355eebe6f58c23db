package dev.slipway.proof.run;

import static dev.slipway.attempt.LabSamples.FIRST;
import static dev.slipway.attempt.LabSamples.SECOND;
import static dev.slipway.attempt.LabSamples.aLab;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Verdict;
import dev.slipway.lab.Proof;
import dev.slipway.lab.Proof.Expected;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.TaskId;
import dev.slipway.proof.TaskOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final SourcePosition SOMEWHERE = new SourcePosition("lab.yaml", 1, 1);
    private static final Expected PASS = new Expected.Pass();
    private static final Expected FAIL = new Expected.Fail(Optional.empty());
    private static final Expected FAIL_AT_HTTP = new Expected.Fail(Optional.of("http"));

    @Test
    void acceptsWhatIsAsItWasSaid() {
        var judge = judge(Map.of(FIRST, PASS, SECOND, FAIL_AT_HTTP));

        var mismatches =
                judge.mismatches(List.of(passed(FIRST), failed(SECOND, "http", "Nothing answers on port 8080.")));

        assertThat(mismatches).isEmpty();
    }

    @Test
    void namesATaskThatPassedAndShouldNot() {
        assertThat(judge(Map.of(FIRST, FAIL)).mismatches(List.of(passed(FIRST), unseen(SECOND))))
                .containsExactly("first passed, but should fail");
    }

    @Test
    void namesATaskThatFailedAndShouldNotWithWhatItSaid() {
        assertThat(judge(Map.of(FIRST, PASS))
                        .mismatches(List.of(failed(FIRST, "http", "Nothing answers on port 8080."))))
                .containsExactly("first should pass, but failed at http: Nothing answers on port 8080.");
    }

    @Test
    void namesATaskThatFailedElsewhere() {
        assertThat(judge(Map.of(FIRST, FAIL_AT_HTTP))
                        .mismatches(List.of(failed(FIRST, "image.exists", "There is no image shop:1."))))
                .containsExactly("first should fail at http, but failed at image.exists: There is no image shop:1.");
    }

    @Test
    void wantsATaskThatMustFailAtSomethingToHaveBeenLookedAt() {
        assertThat(judge(Map.of(FIRST, FAIL_AT_HTTP)).mismatches(List.of(unseen(FIRST))))
                .containsExactly(
                        "first should fail at http, but was not evaluated because tasks that it needs have not passed");
        assertThat(judge(Map.of(FIRST, FAIL)).mismatches(List.of(unseen(FIRST))))
                .isEmpty();
    }

    @Test
    void neverTakesWhatCouldNotBeCheckedForAFailure() {
        var errored = new TaskOutcome(FIRST, false, Optional.of(new Verdict.Errored("no answer")), "{}");

        assertThat(judge(Map.of(FIRST, FAIL)).mismatches(List.of(errored)))
                .containsExactly("first should fail, but could not be checked: no answer");
    }

    @Test
    void refusesMessagesThatHelpNobody() {
        for (var words : List.of("Failed.", "It failed", "java.lang.IllegalStateException: no such thing here")) {
            assertThat(judge(Map.of(FIRST, FAIL)).mismatches(List.of(failed(FIRST, "http", words))))
                    .containsExactly("first fails with a message that does not help: \"" + words + "\"");
        }
    }

    @Test
    void waitsOnlyForTasksThatMustPass() {
        var judge = judge(Map.of(FIRST, PASS, SECOND, FAIL));

        assertThat(judge.hasPassedAllThatMust(List.of(unseen(FIRST), unseen(SECOND))))
                .isFalse();
        assertThat(judge.hasPassedAllThatMust(List.of(passed(FIRST), unseen(SECOND))))
                .isTrue();
    }

    @Test
    void noticesATaskThatPassedByMistake() {
        var judge = judge(Map.of(FIRST, PASS, SECOND, FAIL));

        assertThat(judge.hasPassedOneThatMustNot(List.of(passed(FIRST), unseen(SECOND))))
                .isFalse();
        assertThat(judge.hasPassedOneThatMustNot(List.of(unseen(FIRST), passed(SECOND))))
                .isTrue();
    }

    private static Judge judge(Map<TaskId, Expected> expected) {
        return new Judge(aLab(), new Proof("a proof", Optional.empty(), 1, expected, SOMEWHERE));
    }

    private static TaskOutcome passed(TaskId task) {
        return new TaskOutcome(task, true, Optional.of(new Verdict.Passed()), "{}");
    }

    private static TaskOutcome unseen(TaskId task) {
        return new TaskOutcome(task, false, Optional.empty(), "");
    }

    private static TaskOutcome failed(TaskId task, String assertion, String reason) {
        var verdict = new Verdict.Failed(assertion, SOMEWHERE, reason, "nothing", "something");
        return new TaskOutcome(task, false, Optional.of(verdict), "{}");
    }
}

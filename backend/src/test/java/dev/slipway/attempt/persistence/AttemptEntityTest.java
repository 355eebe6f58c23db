package dev.slipway.attempt.persistence;

import static dev.slipway.attempt.LabSamples.FIRST;
import static dev.slipway.attempt.LabSamples.SECOND;
import static dev.slipway.attempt.LabSamples.aLab;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.TaskProgress;
import dev.slipway.check.Verdict;
import dev.slipway.lab.Scoring;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptEntityTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final SandboxId MACHINES = new SandboxId("aaaaaaaa");
    private static final SandboxId NEW_MACHINES = new SandboxId("bbbbbbbb");
    private static final Scoring SCORING = aLab().scoring();
    private final AttemptEntity attempt =
            new AttemptEntity(UUID.randomUUID(), new AccountId(UUID.randomUUID()), aLab(), Map.of("PORT", "8080"), NOW);

    AttemptEntityTest() {
        attempt.useMachines(MACHINES);
    }

    @Test
    void startsWithAllTasksOpenInTheLabsOrder() {
        assertThat(seen().progress().tasks()).extracting(TaskProgress::task).containsExactly(FIRST, SECOND);
        assertThat(seen().progress().score()).isZero();
        assertThat(seen().progress().maxScore()).isEqualTo(100);
        assertThat(seen().variables()).containsEntry("PORT", "8080");
    }

    @Test
    void passesOnceEnoughPointsAreEarned() {
        decide(FIRST, new Verdict.Passed());
        assertThat(seen().progress().passed()).isFalse();

        decide(SECOND, new Verdict.Passed());

        assertThat(seen().progress().score()).isEqualTo(100);
        assertThat(seen().progress().passed()).isTrue();
        assertThat(seen().progress().isComplete()).isTrue();
    }

    @Test
    void hintsCostPointsButNeverMoreThanTheTaskGives() {
        decide(SECOND, new Verdict.Passed());

        attempt.takeHint(SECOND, 0, SCORING);
        assertThat(seen().progress().score()).isEqualTo(50);

        for (var taken = 1; taken < 10; taken++) {
            attempt.takeHint(SECOND, taken, SCORING);
        }
        assertThat(seen().progress().score()).isZero();
    }

    @Test
    void notKnowingDoesNotUndoWhatWasShown() {
        decide(FIRST, new Verdict.Passed());

        decide(FIRST, new Verdict.Errored("engine stopped"));

        assertThat(attempt.passedTasks()).containsExactly(FIRST);
        assertThat(seen().progress().score()).isEqualTo(40);
    }

    @Test
    void restartTakesProgressBackButNotTheHintsThatWereSeen() {
        decide(FIRST, new Verdict.Passed());
        attempt.takeHint(SECOND, 0, SCORING);
        attempt.extend(2);

        attempt.restart(NEW_MACHINES, SCORING);

        assertThat(attempt.passedTasks()).isEmpty();
        assertThat(seen().progress().score()).isZero();
        assertThat(seen().progress().tasks().get(1).hintsTaken()).isOne();
        assertThat(seen().extensionsLeft()).isEqualTo(2);
    }

    @Test
    void takesNoVerdictsAfterItsEnd() {
        attempt.end(NOW);

        assertThat(decide(FIRST, new Verdict.Passed())).isFalse();
        assertThat(seen().isOpen()).isFalse();
        assertThat(seen().progress().score()).isZero();
    }

    @Test
    void refusesEveryVerbAfterItsEnd() {
        attempt.end(NOW);

        assertThat(attempt.restart(NEW_MACHINES, SCORING)).isFalse();
        assertThat(attempt.extend(2)).isFalse();
        assertThat(attempt.takeHint(SECOND, 0, SCORING)).isFalse();
        assertThat(attempt.answer(FIRST, "42")).isFalse();
        assertThat(attempt.useMachines(NEW_MACHINES)).isFalse();
        assertThat(attempt.end(NOW.plusSeconds(1))).isFalse();
        assertThat(seen().lifetime().endedAt()).contains(NOW);
    }

    @Test
    void grantsAsManyExtensionsAsTheLabAllows() {
        assertThat(attempt.extend(2)).isTrue();
        assertThat(attempt.extend(2)).isTrue();
        assertThat(attempt.extend(2)).isFalse();
    }

    @Test
    void takesOneHintForTwoClicksAtOnce() {
        assertThat(attempt.takeHint(SECOND, 0, SCORING)).isTrue();
        assertThat(attempt.takeHint(SECOND, 0, SCORING)).isFalse();
    }

    @Test
    void dropsVerdictsOfOlderMachines() {
        attempt.restart(NEW_MACHINES, SCORING);

        assertThat(decide(FIRST, new Verdict.Passed())).isFalse();
        assertThat(seen().progress().score()).isZero();
        assertThat(attempt.decide(NEW_MACHINES, FIRST, new Verdict.Passed(), NOW, SCORING))
                .isTrue();
    }

    @Test
    void ignoresTasksThatItDoesNotKnow() {
        assertThat(decide(new TaskId("other"), new Verdict.Passed())).isFalse();
    }

    private boolean decide(TaskId task, Verdict verdict) {
        return attempt.decide(MACHINES, task, verdict, NOW, SCORING);
    }

    private Attempt seen() {
        return attempt.toAttempt(2, Optional.empty());
    }
}

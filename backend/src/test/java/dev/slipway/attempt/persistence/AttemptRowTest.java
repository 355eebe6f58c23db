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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptRowTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Scoring SCORING = aLab().scoring();
    private final AttemptRow attempt =
            new AttemptRow(UUID.randomUUID(), new AccountId(UUID.randomUUID()), aLab(), Map.of("PORT", "8080"), NOW);

    @Test
    void startsWithAllTasksOpenInTheLabsOrder() {
        assertThat(seen().tasks()).extracting(TaskProgress::task).containsExactly(FIRST, SECOND);
        assertThat(seen().score()).isZero();
        assertThat(seen().maxScore()).isEqualTo(100);
        assertThat(seen().variables()).containsEntry("PORT", "8080");
    }

    @Test
    void passesOnceEnoughPointsAreEarned() {
        decide(FIRST, new Verdict.Passed());
        assertThat(seen().passed()).isFalse();

        decide(SECOND, new Verdict.Passed());

        assertThat(seen().score()).isEqualTo(100);
        assertThat(seen().passed()).isTrue();
        assertThat(seen().isComplete()).isTrue();
    }

    @Test
    void hintsCostPointsButNeverMoreThanTheTaskGives() {
        decide(SECOND, new Verdict.Passed());

        attempt.takeHint(SECOND, SCORING);
        assertThat(seen().score()).isEqualTo(50);

        for (var i = 0; i < 10; i++) {
            attempt.takeHint(SECOND, SCORING);
        }
        assertThat(seen().score()).isZero();
    }

    @Test
    void notKnowingDoesNotUndoWhatWasShown() {
        decide(FIRST, new Verdict.Passed());

        decide(FIRST, new Verdict.Errored("engine stopped"));

        assertThat(attempt.passedTasks()).containsExactly(FIRST);
        assertThat(seen().score()).isEqualTo(40);
    }

    @Test
    void restartTakesProgressBackButNotTheHintsThatWereSeen() {
        decide(FIRST, new Verdict.Passed());
        attempt.takeHint(SECOND, SCORING);
        attempt.useExtension();

        attempt.restart(SCORING);

        assertThat(attempt.passedTasks()).isEmpty();
        assertThat(seen().score()).isZero();
        assertThat(seen().tasks().get(1).hintsTaken()).isOne();
        assertThat(seen().extensionsLeft()).isEqualTo(2);
    }

    @Test
    void takesNoVerdictsAfterItsEnd() {
        attempt.end(NOW);

        assertThat(decide(FIRST, new Verdict.Passed())).isFalse();
        assertThat(seen().status()).isEqualTo(Attempt.Status.ENDED);
        assertThat(seen().score()).isZero();
    }

    @Test
    void ignoresTasksThatItDoesNotKnow() {
        assertThat(decide(new TaskId("other"), new Verdict.Passed())).isFalse();
    }

    private boolean decide(TaskId task, Verdict verdict) {
        return attempt.decide(task, verdict, NOW, SCORING);
    }

    private Attempt seen() {
        return attempt.toAttempt(2, Optional.empty());
    }
}

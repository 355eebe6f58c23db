package dev.slipway.attempt;

import static dev.slipway.attempt.LabSamples.FIRST;
import static dev.slipway.attempt.LabSamples.NODE;
import static dev.slipway.attempt.LabSamples.SECOND;
import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.MutableClock;
import dev.slipway.account.Role;
import dev.slipway.account.SessionKey;
import dev.slipway.attempt.persistence.EvidenceEntities;
import dev.slipway.check.Verdict;
import dev.slipway.lab.SourcePosition;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptsTest extends AttemptTest {

    @Test
    void attemptGoesOnWithTheLabThatItBeganWith() {
        var attempt = running.attempts().start(learner, LAB);
        var late = anAccount(Role.LEARNER);
        running.changeLab(LabSamples.aLabWithoutHints());

        var hint = running.attempts().takeHint(learner, attempt.id(), SECOND);
        running.attempts().restart(learner, attempt.id());
        var begunAfterwards = running.attempts().start(late, LAB);

        assertThat(hint.text()).isEqualTo("Look");
        await().untilAsserted(() -> assertThat(running.watched().get(attempt.id()))
                .extracting(plan -> plan.lab().version().digest())
                .isEqualTo(attempt.lab().digest()));
        assertThat(begunAfterwards.lab().digest()).isNotEqualTo(attempt.lab().digest());
        running.attempts().end(late, begunAfterwards.id());
        running.changeLab(LabSamples.aLab());
    }

    @Test
    void startsOnceAndIsThereAgainOnTheNextClick() {
        var first = running.attempts().start(learner, LAB);
        var second = running.attempts().start(learner, LAB);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(running.history(learner)).extracting(AttemptSummary::id).containsExactly(first.id());
        assertThat(second.variables()).isEqualTo(first.variables());
    }

    @Test
    void watchesItsChecksOnceTheMachinesAreReady() {
        var attempt = readyAttempt();

        assertThat(running.watched()).containsKey(attempt.id());
    }

    @Test
    void keepsVerdictsAsEvidenceAndCountsPoints() {
        var attempt = readyAttempt();
        var failed = new Verdict.Failed("http", new SourcePosition("lab.yaml", 1, 1), "No answer", "nothing", "200");

        running.evaluated(attempt.id(), FIRST, failed);
        running.evaluated(attempt.id(), FIRST, new Verdict.Passed());

        assertThat(get(attempt).progress().score()).isEqualTo(40);
        assertThat(get(attempt).progress().tasks().getFirst().verdict()).contains(new Verdict.Passed());
        assertThat(running.get(EvidenceEntities.class)
                        .findByAttempt(attempt.id().value()))
                .extracting("verdict")
                .satisfiesExactly(
                        verdict -> assertThat(verdict.toString()).contains("No answer"),
                        verdict -> assertThat(verdict.toString()).contains("passed"));
    }

    @Test
    void answerIsKeptAndComparedUntilTheAttemptStartsAgain() {
        var attempt = readyAttempt();

        running.attempts().answer(learner, attempt.id(), FIRST, " 41 ");
        var answered = running.attempts().answer(learner, attempt.id(), FIRST, "42");

        assertThat(answered.progress().tasks().getFirst().answer()).contains("42");
        assertThat(running.watched())
                .hasEntrySatisfying(
                        attempt.id(), plan -> assertThat(plan.answers()).containsExactly(Map.entry(FIRST, "42")));
        assertThat(running.attempts()
                        .restart(learner, attempt.id())
                        .progress()
                        .tasks()
                        .getFirst()
                        .answer())
                .isEmpty();
    }

    @Test
    void answerNobodyAskedForIsRefused() {
        var attempt = readyAttempt();

        assertRefused(
                AttemptError.NOTHING_TO_ANSWER, () -> running.attempts().answer(learner, attempt.id(), SECOND, "42"));
        assertRefused(AttemptError.ANSWER_LENGTH, () -> running.attempts().answer(learner, attempt.id(), FIRST, "  "));
    }

    @Test
    void endsWithItsScoreAndGivesTheMachinesBack() {
        var attempt = readyAttempt();
        running.evaluated(attempt.id(), SECOND, new Verdict.Passed());

        var ended = running.attempts().end(learner, attempt.id());

        assertThat(ended.isOpen()).isFalse();
        assertThat(ended.progress().score()).isEqualTo(60);
        assertThat(ended.progress().passed()).isTrue();
        assertThat(running.watched()).doesNotContainKey(attempt.id());
        await().untilAsserted(() -> assertThat(
                        get(attempt).sandbox().map(sandbox -> sandbox.state().isOver()))
                .contains(true));
    }

    @Test
    void restartsOnNewMachinesFromTheBeginning() {
        var attempt = readyAttempt();
        running.evaluated(attempt.id(), FIRST, new Verdict.Passed());

        var restarted = running.attempts().restart(learner, attempt.id());

        assertThat(restarted.progress().score()).isZero();
        assertThat(restarted.sandbox().map(Sandbox::id))
                .isNotEqualTo(attempt.sandbox().map(Sandbox::id));
        await().untilAsserted(() -> assertThat(running.watched()).containsKey(attempt.id()));
    }

    @Test
    void goesOnWatchingWhileTheMachinesAreFrozen() {
        var attempt = readyAttempt();
        var plan = running.watched().get(attempt.id());

        freeze(attempt);

        assertThat(running.watched().get(attempt.id())).isSameAs(plan);
        assertThat(get(attempt).isOpen()).isTrue();
    }

    @Test
    void lookingAgainAtFrozenMachinesThawsThemFirst() {
        var attempt = readyAttempt();
        freeze(attempt);

        var checked = running.attempts().checkNow(learner, attempt.id());

        assertThat(checked.sandbox().map(Sandbox::state)).contains(new SandboxState.Ready());
    }

    @Test
    void openingItsPageThawsTheMachinesForTheLearnerAlone() {
        var attempt = readyAttempt();
        freeze(attempt);

        running.attempts().opened(anAccount(Role.INSTRUCTOR), attempt.id());
        assertThat(running.attempts().terminalTicket(learner, SessionKey.unshared(), attempt.id(), NODE, 1))
                .isNotEmpty();
        assertThat(get(attempt).sandbox().map(Sandbox::state)).contains(new SandboxState.Frozen());
        running.attempts().opened(learner, attempt.id());

        await().untilAsserted(() ->
                assertThat(get(attempt).sandbox().map(Sandbox::state)).contains(new SandboxState.Ready()));
    }

    @Test
    void givesHintsInOrderAtTheirTime() {
        var attempt = readyAttempt();

        assertThat(running.attempts().takeHint(learner, attempt.id(), SECOND).text())
                .isEqualTo("Look");
        assertRefused(AttemptError.HINT_TOO_EARLY, () -> running.attempts().takeHint(learner, attempt.id(), SECOND));
        running.get(MutableClock.class).advance(Duration.ofMinutes(6));
        assertThat(running.attempts().takeHint(learner, attempt.id(), SECOND).text())
                .isEqualTo("Look again");
        assertRefused(AttemptError.NO_MORE_HINTS, () -> running.attempts().takeHint(learner, attempt.id(), SECOND));
    }

    @Test
    void extendsAsOftenAsTheLabAllows() {
        var attempt = readyAttempt();
        var before = get(attempt).sandbox().flatMap(Sandbox::leaseEnds).orElseThrow();

        running.attempts().extend(learner, attempt.id());
        running.attempts().extend(learner, attempt.id());

        assertThat(get(attempt).sandbox().flatMap(Sandbox::leaseEnds)).contains(before.plus(Duration.ofMinutes(30)));
        assertRefused(AttemptError.NO_MORE_EXTENSIONS, () -> running.attempts().extend(learner, attempt.id()));
    }

    @Test
    void goesOnAfterARestartOfThePlatform() {
        var attempt = readyAttempt();
        running.evaluated(attempt.id(), FIRST, new Verdict.Passed());

        running.close();
        running = RunningAttempts.on(database, engine, folder);

        assertThat(get(attempt).progress().score()).isEqualTo(40);
        await().untilAsserted(() -> assertThat(running.watched().get(attempt.id()))
                .satisfies(plan -> assertThat(plan.passed()).containsExactly(FIRST)));
    }

    @Test
    void typesPageCommandsIntoTheFirstTerminal() {
        var attempt = readyAttempt();

        running.attempts().runInTerminal(learner, attempt.id(), NODE, "docker ps");

        assertThat(running.typedInto())
                .singleElement()
                .satisfies(key -> assertThat(key.number()).isOne());
    }

    @Test
    void closesTheTerminalThatItsLearnerHasDoneWith() {
        var attempt = readyAttempt();

        running.attempts().closeTerminal(learner, attempt.id(), NODE, 2);

        assertThat(running.closedTerminals())
                .singleElement()
                .satisfies(key -> assertThat(key.number()).isEqualTo(2));
    }

    private void freeze(Attempt attempt) {
        running.get(MutableClock.class).advance(Duration.ofMinutes(20));
        running.freezeIdle();
        await().untilAsserted(() ->
                assertThat(get(attempt).sandbox().map(Sandbox::state)).contains(new SandboxState.Frozen()));
    }
}

package dev.slipway.attempt;

import static dev.slipway.attempt.LabSamples.FIRST;
import static dev.slipway.attempt.LabSamples.SECOND;
import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.MutableClock;
import dev.slipway.account.Role;
import dev.slipway.attempt.persistence.EvidenceEntities;
import dev.slipway.check.Verdict;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.lab.LabId;
import dev.slipway.sandbox.FakeHostEngine;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.ErrorCode;
import dev.slipway.shared.UserFacingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Simultaneous requests, and state that is left from before a restart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
class AttemptRacesTest {
    private static final LabId LAB = new LabId("sample");
    private static final String DONE = "done";

    private final String database = UUID.randomUUID().toString();
    private final FakeHostEngine engine = RunningSandboxes.anEngine();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningAttempts running;

    @SuppressWarnings("NullAway.Init") // set before each test
    private AccountId learner;

    @BeforeAll
    void start(@TempDir Path folder) {
        running = RunningAttempts.on(database, engine, folder);
    }

    @BeforeEach
    void comeAsSomebodyNew() {
        learner = anAccount(Role.LEARNER);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void grantsExactlyAsManyParallelExtensionsAsTheLabAllows() throws Exception {
        var attempt = readyAttempt();
        var before = attempt.sandbox().flatMap(Sandbox::leaseEnds).orElseThrow();

        Callable<?> extension = () -> running.attempts().extend(learner, attempt.id());

        var outcomes = atOnce(Collections.nCopies(10, extension));

        assertThat(outcomes).containsOnly(DONE, AttemptError.NO_MORE_EXTENSIONS);
        assertThat(outcomes).filteredOn(DONE::equals).hasSize(2);
        assertThat(get(attempt).extensionsLeft()).isZero();
        assertThat(get(attempt).sandbox().flatMap(Sandbox::leaseEnds)).contains(before.plus(Duration.ofMinutes(30)));
        running.attempts().end(learner, attempt.id());
    }

    @RepeatedTest(5)
    void restartParallelToTheEndLeavesNoMachinesAndNoChangeAfterTheEnd() throws Exception {
        var attempt = readyAttempt();
        running.evaluated(attempt.id(), FIRST, new Verdict.Passed());

        var outcomes = atOnce(List.of(
                () -> running.attempts().restart(learner, attempt.id()),
                () -> running.attempts().end(learner, attempt.id())));

        var restarted = outcomes.getFirst().equals(DONE);
        assertThat(outcomes.getFirst()).isIn(DONE, AttemptError.ATTEMPT_ENDED);
        assertThat(outcomes.getLast()).isEqualTo(DONE);
        assertThat(get(attempt).isOpen()).isFalse();
        assertThat(get(attempt).progress().score()).isEqualTo(restarted ? 0 : 40);
        assertNothingIsLeftOf(attempt);
    }

    @Test
    void nothingChangesAnAttemptAfterItsEnd() throws Exception {
        var attempt = readyAttempt();
        running.evaluated(attempt.id(), FIRST, new Verdict.Passed());
        running.attempts().end(learner, attempt.id());
        var ended = get(attempt);

        var outcomes = atOnce(List.of(
                () -> running.attempts().restart(learner, attempt.id()),
                () -> running.attempts().takeHint(learner, attempt.id(), SECOND),
                () -> running.attempts().answer(learner, attempt.id(), FIRST, "42"),
                () -> running.attempts().extend(learner, attempt.id())));

        assertThat(outcomes).containsOnly(AttemptError.ATTEMPT_ENDED);
        assertThat(get(attempt).progress().tasks()).isEqualTo(ended.progress().tasks());
        assertThat(get(attempt).progress().score()).isEqualTo(40);
        assertNothingIsLeftOf(attempt);
    }

    @Test
    void verdictOfOlderMachinesIsDropped() {
        var attempt = readyAttempt();
        var old = attempt.sandbox().orElseThrow().id();
        running.attempts().restart(learner, attempt.id());

        running.evaluatedOn(old, attempt.id(), FIRST, new Verdict.Passed());

        assertThat(get(attempt).progress().score()).isZero();
        assertThat(get(attempt).progress().tasks().getFirst().verdict()).isEmpty();
        assertThat(running.get(EvidenceEntities.class)
                        .findByAttempt(attempt.id().value()))
                .isEmpty();
        running.attempts().end(learner, attempt.id());
    }

    @Test
    void restartsAtOnceOfWhichOneIsRefusedLeaveEachAttemptItsMachines() throws Exception {
        var first = readyAttempt();
        var second = running.attempts().start(learner, LabSamples.anotherLab().id());
        var limit = running.get(SandboxProperties.class).starts();
        for (var start = 2; start < limit - 1; start++) {
            running.attempts().restart(learner, first.id());
        }

        var outcomes = atOnce(List.of(
                () -> running.attempts().restart(learner, first.id()),
                () -> running.attempts().restart(learner, second.id())));

        assertThat(outcomes).containsExactlyInAnyOrder(DONE, SandboxError.TOO_MANY_STARTS);
        await().untilAsserted(() -> assertThat(List.of(get(first), get(second)))
                .allSatisfy(attempt ->
                        assertThat(attempt.sandbox().orElseThrow().state()).isInstanceOf(SandboxState.Ready.class)));
        running.attempts().end(learner, first.id());
        running.attempts().end(learner, second.id());
    }

    @Test
    void attemptShowsItsNewMachinesThoughTheClockWasPutBack() {
        var attempt = readyAttempt();
        running.get(MutableClock.class).advance(Duration.ofSeconds(-2));

        var restarted = running.attempts().restart(learner, attempt.id());

        assertThat(restarted.sandbox().orElseThrow().id())
                .isNotEqualTo(attempt.sandbox().orElseThrow().id());
        running.attempts().end(learner, attempt.id());
        assertNothingIsLeftOf(attempt);
    }

    /** Returns the result of each request, in the order of the requests: {@link #DONE}, or the code of the refusal. */
    private static List<Object> atOnce(List<Callable<?>> requests) throws Exception {
        var start = new CyclicBarrier(requests.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pending = requests.stream()
                    .map(request -> threads.submit(() -> {
                        start.await();
                        return outcome(request);
                    }))
                    .toList();
            var outcomes = new ArrayList<>();
            for (var outcome : pending) {
                outcomes.add(outcome.get(20, TimeUnit.SECONDS));
            }
            return outcomes;
        }
    }

    private static Object outcome(Callable<?> request) throws Exception {
        try {
            request.call();
            return DONE;
        } catch (UserFacingException refused) {
            ErrorCode code = refused.code();
            return code;
        }
    }

    private void assertNothingIsLeftOf(Attempt attempt) {
        await().untilAsserted(() -> assertThat(running.get(Sandboxes.class).findAll(attempt.id()))
                .allSatisfy(sandbox -> assertThat(sandbox.state().isOver()).isTrue()));
        assertThat(running.watched()).doesNotContainKey(attempt.id());
    }

    private Attempt readyAttempt() {
        var attempt = running.attempts().start(learner, LAB);
        await().untilAsserted(() -> assertThat(running.watched()).containsKey(attempt.id()));
        return get(attempt);
    }

    private Attempt get(Attempt attempt) {
        return running.attempts().get(learner, attempt.id());
    }
}

package dev.slipway.attempt;

import static dev.slipway.attempt.LabSamples.FIRST;
import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.MutableClock;
import dev.slipway.account.Role;
import dev.slipway.check.Verdict;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.lab.LabId;
import dev.slipway.lab.SourcePosition;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.shared.AccountId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Effects of a listener of events that throws or hangs on the rest of the platform. */
@OnBothDatabases
class EventListenersTest {
    private static final LabId LAB = new LabId("sample");
    private static final Verdict FAILED =
            new Verdict.Failed("http", new SourcePosition("lab.yaml", 1, 1), "No answer", "nothing", "200");

    /** More than the connections of the pool. */
    private static final int MANY = 24;

    private final String database = UUID.randomUUID().toString();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final AccountId learner = anAccount(Role.LEARNER);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RunningAttempts running;

    @BeforeEach
    void start() {
        running = RunningAttempts.on(database, RunningSandboxes.anEngine(), folder);
    }

    @AfterEach
    void stop() {
        hanging.countDown();
        running.close();
    }

    @Test
    void hangingMarkersDelayNoVerdictsAndHoldNoConnections() {
        running.recordings().beforeMark = this::hang;
        var attempt = readyAttempt(learner);

        for (var i = 0; i < MANY; i++) {
            running.evaluated(attempt.id(), FIRST, i % 2 == 0 ? new Verdict.Passed() : FAILED);
        }
        running.evaluated(attempt.id(), FIRST, new Verdict.Passed());

        assertThat(running.attempts().get(learner, attempt.id()).progress().score())
                .isEqualTo(40);
        assertThat(running.recordings().markers()).isEmpty();
    }

    @Test
    void failingMarkersHarmNoVerdicts() {
        running.recordings().beforeMark = EventListenersTest::fail;
        var attempt = readyAttempt(learner);

        running.evaluated(attempt.id(), FIRST, new Verdict.Passed());

        assertThat(running.attempts().get(learner, attempt.id()).progress().score())
                .isEqualTo(40);
    }

    @Test
    void hangingChecksDelayNoMachines() {
        running.get(RunningAttempts.FakeChecks.class).beforeWatch = this::hang;
        var attempt = running.attempts().start(learner, LAB);

        await().untilAsserted(() -> assertThat(
                        running.attempts().get(learner, attempt.id()).sandbox())
                .map(Sandbox::state)
                .contains(new SandboxState.Ready()));
    }

    @Test
    void failedListenerIsTriedAgain() {
        var broken = new AtomicBoolean(true);
        running.get(RunningAttempts.FakeChecks.class).beforeWatch = () -> {
            if (broken.get()) {
                fail();
            }
        };
        var attempt = running.attempts().start(learner, LAB);
        await().untilAsserted(() -> assertThat(failedPublications()).isPositive());
        assertThat(running.watched()).doesNotContainKey(attempt.id());

        broken.set(false);
        running.get(MutableClock.class).advance(Duration.ofMinutes(1));
        running.retryListeners();

        await().untilAsserted(() -> assertThat(running.watched()).containsKey(attempt.id()));
        await().untilAsserted(() -> assertThat(publications()).isZero());
    }

    @Test
    void eventThatTheStopOfThePlatformCutShortIsRepeatedAtTheNextStart() {
        running.recordings().beforeMark = EventListenersTest::fail;
        var attempt = readyAttempt(learner);
        running.evaluated(attempt.id(), FIRST, new Verdict.Passed());
        await().untilAsserted(() -> assertThat(failedPublications()).isOne());

        running.close();
        running = RunningAttempts.on(database, RunningSandboxes.anEngine(), folder);

        await().untilAsserted(() -> assertThat(running.recordings().markers())
                .singleElement()
                .asString()
                .contains("passed"));
        await().untilAsserted(() -> assertThat(publications()).isZero());
    }

    private void hang() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fail() {
        throw new IllegalStateException("failure of the listener");
    }

    private long publications() {
        return count("select count(*) from event_publication");
    }

    private long failedPublications() {
        return count("select count(*) from event_publication where status = 'FAILED'");
    }

    private long count(String query) {
        return running.get(JdbcClient.class).sql(query).query(Long.class).single();
    }

    private Attempt readyAttempt(AccountId learner) {
        var attempt = running.attempts().start(learner, LAB);
        await().untilAsserted(() -> assertThat(running.watched()).containsKey(attempt.id()));
        return attempt;
    }
}

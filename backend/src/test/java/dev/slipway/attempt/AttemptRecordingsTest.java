package dev.slipway.attempt;

import static dev.slipway.attempt.LabSamples.FIRST;
import static dev.slipway.attempt.LabSamples.NODE;
import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.Role;
import dev.slipway.check.Verdict;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.lab.LabId;
import dev.slipway.lab.SourcePosition;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.Recording;
import dev.slipway.terminal.RecordingId;
import dev.slipway.terminal.TerminalKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
class AttemptRecordingsTest {
    private static final LabId LAB = new LabId("sample");
    private static final Instant START = Instant.ofEpochMilli(1_767_254_400_000L);

    @SuppressWarnings("NullAway.Init") // set before each test
    private AccountId learner;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Attempt attempt;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningAttempts running;

    @BeforeAll
    void start(@TempDir Path folder) {
        running = RunningAttempts.on(UUID.randomUUID().toString(), RunningSandboxes.anEngine(), folder);
    }

    @BeforeEach
    void startAnAttempt() {
        learner = anAccount(Role.LEARNER);
        attempt = running.attempts().start(learner, LAB);
        await().untilAsserted(() -> assertThat(running.watched()).containsKey(attempt.id()));
        attempt = running.attempts().get(learner, attempt.id());
    }

    @AfterEach
    void end() {
        running.attempts().end(learner, attempt.id());
    }

    @AfterAll
    void stop() {
        running.close();
    }

    private AttemptRecordings recordings() {
        return running.get(AttemptRecordings.class);
    }

    private RecordingId recorded(Sandbox sandbox, int number) {
        var id = new RecordingId(new TerminalKey(sandbox.id(), NODE, number), START.plusSeconds(number));
        running.recordings().add(new Recording(id, START.plusSeconds(60), 100));
        return id;
    }

    private Sandbox sandbox() {
        return running.attempts().get(learner, attempt.id()).sandbox().orElseThrow();
    }

    @Test
    void listsThoseOfAllMachinesThatTheAttemptHad() {
        var first = recorded(sandbox(), 1);
        running.attempts().restart(learner, attempt.id());
        await().untilAsserted(() -> assertThat(sandbox().state().isLive()).isTrue());
        var second = recorded(sandbox(), 2);

        assertThat(recordings().list(learner, attempt.id()))
                .extracting(Recording::id)
                .containsExactly(first, second);
    }

    @Test
    void learnersKeepTheirsAfterTheEndAndStaffSeeThem() {
        var id = recorded(sandbox(), 1).toString();
        running.attempts().end(learner, attempt.id());

        for (var reader : new AccountId[] {
            learner, anAccount(Role.GRADER), anAccount(Role.INSTRUCTOR), anAccount(Role.ADMINISTRATOR)
        }) {
            assertThat(recordings().list(reader, attempt.id())).hasSize(1);
            assertThat(recordings().open(reader, attempt.id(), id).length()).isPositive();
        }
    }

    @Test
    void foreignRecordingsDoNotExistForLearners() {
        var id = recorded(sandbox(), 1).toString();
        var other = anAccount(Role.LEARNER);

        assertRefused(AttemptError.ATTEMPT_NOT_FOUND, () -> recordings().list(other, attempt.id()));
        assertRefused(AttemptError.ATTEMPT_NOT_FOUND, () -> recordings().open(other, attempt.id(), id));
        assertRefused(AttemptError.ATTEMPT_NOT_FOUND, () -> recordings().turnedTo(other, attempt.id(), "Page"));
    }

    @Test
    void nobodyReachesAForeignRecordingThroughTheirOwnAttempt() {
        var id = recorded(sandbox(), 1).toString();
        var other = anAccount(Role.LEARNER);
        var own = running.attempts().start(other, LAB);

        assertRefused(AttemptError.RECORDING_NOT_FOUND, () -> recordings().open(other, own.id(), id));
        assertRefused(AttemptError.RECORDING_NOT_FOUND, () -> recordings().open(other, own.id(), "../" + id));

        running.attempts().end(other, own.id());
    }

    @Test
    void marksPagesAndVerdictsOnce() {
        var sandbox = sandbox().id() + " ";
        var failed = new Verdict.Failed("http", new SourcePosition("lab.yaml", 1, 1), "No answer", "nothing", "200");
        var failedElse = new Verdict.Failed("http", new SourcePosition("lab.yaml", 1, 1), "Wrong", "404", "200");

        running.evaluated(attempt.id(), FIRST, failed);
        recordings().turnedTo(learner, attempt.id(), "Second page");
        running.evaluated(attempt.id(), FIRST, failedElse);
        running.evaluated(attempt.id(), FIRST, new Verdict.Passed());
        running.evaluated(attempt.id(), FIRST, new Verdict.Errored("the engine is silent"));
        running.evaluated(attempt.id(), FIRST, failed);

        await().untilAsserted(() -> assertThat(running.recordings().markers())
                .filteredOn(marker -> marker.startsWith(sandbox))
                .extracting(marker -> marker.substring(sandbox.length()).split(":", 2)[0])
                .containsExactlyInAnyOrder("page", "passed", "not checked", "failed"));
    }

    @Test
    void whatStaffReadIsNotMarked() {
        recordings().turnedTo(anAccount(Role.GRADER), attempt.id(), "Looked at by a grader");

        assertThat(running.recordings().markers()).noneMatch(marker -> marker.contains("grader"));
    }

    private static void assertRefused(AttemptError code, ThrowingCallable action) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(action)
                .extracting(UserFacingException::code)
                .isEqualTo(code);
    }
}

package dev.slipway.attempt;

import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.Role;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.lab.LabId;
import dev.slipway.sandbox.FakeHostEngine;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.ErrorCode;
import dev.slipway.shared.UserFacingException;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Base of tests of the real attempt module with a sample lab and a fake engine. Each test has its own learner. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
abstract class AttemptTest {
    static final LabId LAB = new LabId("sample");

    @SuppressWarnings("NullAway.Init") // set before all tests
    Path folder;

    final String database = UUID.randomUUID().toString();
    final FakeHostEngine engine = RunningSandboxes.anEngine();

    @SuppressWarnings("NullAway.Init") // set before each test
    AccountId learner;

    @SuppressWarnings("NullAway.Init") // set before all tests
    RunningAttempts running;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        running = RunningAttempts.on(database, engine, folder);
    }

    @BeforeEach
    void comeAsSomebodyNew() {
        learner = anAccount(Role.LEARNER);
    }

    @AfterEach
    void leaveNothingToTheNextTest() {
        running.history(learner).stream()
                .filter(AttemptSummary::isOpen)
                .forEach(attempt -> running.attempts().end(learner, attempt.id()));
    }

    @AfterAll
    void stop() {
        running.close();
    }

    static void assertRefused(ErrorCode code, ThrowingCallable action) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(action)
                .extracting(UserFacingException::code)
                .isEqualTo(code);
    }

    final Attempt readyAttempt() {
        var attempt = running.attempts().start(learner, LAB);
        await().untilAsserted(() -> assertThat(running.watched()).containsKey(attempt.id()));
        return get(attempt);
    }

    final Attempt get(Attempt attempt) {
        return running.attempts().get(learner, attempt.id());
    }
}

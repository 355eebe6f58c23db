package dev.slipway.attempt;

import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.account.Role;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.lab.LabId;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.UserFacingException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class RestartLimitTest {
    /** Many more than one account may start within ten minutes. */
    private static final int LOOP = 100;

    @Test
    void restartsInALoopAreRefusedBeforeTheMachinesAreGivenUp(@TempDir Path folder) {
        try (var running = RunningAttempts.on(UUID.randomUUID().toString(), RunningSandboxes.anEngine(), folder)) {
            var learner = anAccount(Role.LEARNER);
            var attempt = running.attempts().start(learner, new LabId("sample"));

            UserFacingException refusal = null;
            for (var restart = 0; restart < LOOP && refusal == null; restart++) {
                refusal = refusalOf(() -> running.attempts().restart(learner, attempt.id()));
            }

            assertThat(refusal)
                    .isNotNull()
                    .extracting(UserFacingException::code)
                    .isEqualTo(SandboxError.TOO_MANY_STARTS);
            assertThat(running.get(Sandboxes.class).findLatest(attempt.id()))
                    .map(Sandbox::state)
                    .hasValueSatisfying(state -> assertThat(state.isOver()).isFalse());
            running.attempts().end(learner, attempt.id());
        }
    }

    private static @Nullable UserFacingException refusalOf(Runnable restart) {
        return catchThrowableOfType(UserFacingException.class, restart::run);
    }
}

package dev.slipway.attempt;

import static dev.slipway.attempt.LabSamples.NODE;
import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.AccountError;
import dev.slipway.account.Role;
import dev.slipway.account.RolesInIds;
import dev.slipway.account.SessionKey;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.lab.LabId;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.shared.UserFacingException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class EndedSessionsTest {

    @Test
    void sessionThatEndsWhileATicketIsIssuedDoesNotGetIt(@TempDir Path folder) {
        try (var running = RunningAttempts.on(UUID.randomUUID().toString(), RunningSandboxes.anEngine(), folder)) {
            var learner = anAccount(Role.LEARNER);
            var attempts = running.attempts();
            var id = attempts.start(learner, new LabId("sample")).id();
            await().until(() ->
                    attempts.get(learner, id).sandbox().orElseThrow().state().isLive());
            var session = SessionKey.unshared();
            running.whileTicketsAreIssued(() -> running.get(RolesInIds.class).end(session));

            List<ThrowingCallable> requests = List.of(
                    () -> attempts.terminalTicket(learner, session, id, NODE, 1),
                    () -> running.get(AttemptPreviews.class).open(learner, session, id, NODE, 8080));

            assertThat(requests)
                    .allSatisfy(request -> assertThat(catchThrowableOfType(UserFacingException.class, request))
                            .isNotNull()
                            .extracting(UserFacingException::code)
                            .isEqualTo(AccountError.NOT_SIGNED_IN));
            attempts.end(learner, id);
        }
    }
}

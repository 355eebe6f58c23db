package dev.slipway.attempt;

import static dev.slipway.attempt.LabSamples.FIRST;
import static dev.slipway.attempt.LabSamples.NODE;
import static dev.slipway.attempt.LabSamples.SECOND;
import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.AccountError;
import dev.slipway.account.Role;
import dev.slipway.account.RolesInIds;
import dev.slipway.account.SessionKey;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Pageable;

/** Permissions for each action on an attempt. */
class AttemptRightsTest extends AttemptTest {

    @Test
    void foreignAttemptsDoNotExistForLearners() {
        var id = readyAttempt().id();
        var other = anAccount(Role.LEARNER);

        everyAction(other, id).forEach(action -> assertRefused(AttemptError.ATTEMPT_NOT_FOUND, action));
    }

    @Test
    void staffMayLookButNotWork() {
        var id = readyAttempt().id();
        var grader = anAccount(Role.GRADER);

        assertThat(running.attempts().get(grader, id).id()).isEqualTo(id);
        everyAction(grader, id).skip(1).forEach(action -> assertRefused(AttemptError.NOT_YOUR_ATTEMPT, action));
    }

    @Test
    void aDisabledLearnerCanDoNothingMoreWhateverPageIsOpen() {
        var id = readyAttempt().id();

        running.get(RolesInIds.class).disable(learner);

        everyAction(learner, id).forEach(action -> assertRefused(AccountError.NOT_ALLOWED, action));
        assertRefused(AccountError.NOT_ALLOWED, () -> running.attempts().start(learner, LAB));
        assertRefused(AccountError.NOT_ALLOWED, () -> running.history(learner));
        // The clean-up acts as this learner.
        running.get(RolesInIds.class).change(learner, Role.LEARNER);
    }

    @Test
    void aDemotedAdministratorEndsNothingMore() {
        var id = readyAttempt().id();
        var admin = anAccount(Role.ADMINISTRATOR);
        assertThat(running.summaries().machines(admin, Pageable.unpaged()).page())
                .extracting(Sandbox::attempt)
                .contains(id);

        running.get(RolesInIds.class).change(admin, Role.LEARNER);

        everyAction(admin, id).forEach(action -> assertRefused(AttemptError.ATTEMPT_NOT_FOUND, action));
        assertRefused(AccountError.NOT_ALLOWED, () -> running.summaries().machines(admin, Pageable.unpaged()));
        assertRefused(AccountError.NOT_ALLOWED, () -> running.summaries().labs(admin, List.of(id)));
        assertRefused(AccountError.NOT_ALLOWED, () -> running.attempts().thaw(admin, id));
        assertThat(running.attempts().get(learner, id).isOpen()).isTrue();
    }

    @Test
    void administratorsMayEndAnAttempt() {
        var id = readyAttempt().id();

        assertThat(running.attempts().end(anAccount(Role.ADMINISTRATOR), id).isOpen())
                .isFalse();
    }

    @Test
    void nothingCanBeDoneInAnEndedAttempt() {
        var id = readyAttempt().id();
        running.attempts().end(learner, id);

        everyAction(learner, id).skip(2).forEach(action -> assertRefused(AttemptError.ATTEMPT_ENDED, action));
    }

    @Test
    void learnerOpensPortsOfTheirOwnNodesOnly() {
        var id = readyAttempt().id();

        assertThat(previews()
                        .open(learner, SessionKey.unshared(), id, NODE, 8080)
                        .origin())
                .hasHost("p8080-" + NODE + ".test");
        assertRefused(
                SandboxError.NODE_NOT_FOUND,
                () -> previews().open(learner, SessionKey.unshared(), id, new NodeName("other"), 8080));
    }

    /** Returns all actions: first reading, then ending, then those that need an open attempt. */
    private Stream<ThrowingCallable> everyAction(AccountId actor, AttemptId id) {
        var attempts = running.attempts();
        return Stream.of(
                () -> attempts.get(actor, id),
                () -> attempts.end(actor, id),
                () -> attempts.restart(actor, id),
                () -> attempts.extend(actor, id),
                () -> attempts.checkNow(actor, id),
                () -> attempts.resetNode(actor, id, NODE),
                () -> attempts.takeHint(actor, id, SECOND),
                () -> attempts.answer(actor, id, FIRST, "42"),
                () -> attempts.terminalTicket(actor, SessionKey.unshared(), id, NODE, 1),
                () -> attempts.closeTerminal(actor, id, NODE, 1),
                () -> attempts.runInTerminal(actor, id, NODE, "true"),
                () -> previews().open(actor, SessionKey.unshared(), id, NODE, 8080),
                () -> previews().followPorts(actor, id),
                () -> previews().ports(actor, id));
    }

    private AttemptPreviews previews() {
        return running.get(AttemptPreviews.class);
    }
}

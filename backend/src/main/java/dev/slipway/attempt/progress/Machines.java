package dev.slipway.attempt.progress;

import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.check.Checks;
import dev.slipway.lab.Lab;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Machines of an attempt. Callers must have checked the permission to act on the attempt. */
@Component
final class Machines {
    private final Sandboxes sandboxes;
    private final SandboxRequestFactory order;
    private final Checks checks;

    Machines(Sandboxes sandboxes, SandboxRequestFactory order, Checks checks) {
        this.sandboxes = sandboxes;
        this.order = order;
        this.checks = checks;
    }

    /** Requests machines in the caller's transaction. If the attempt has machines, it keeps them. */
    SandboxId request(AttemptEntity attempt, Lab lab) {
        return sandboxes.request(order.of(attempt, lab)).id();
    }

    /**
     * Returns the machines if they are ready or frozen; frozen machines thaw with their first use.
     *
     * @throws UserFacingException if the attempt has no machines, or they are in another state
     */
    Sandbox usable(AttemptId attempt) {
        var sandbox =
                sandboxes.findLatest(attempt).orElseThrow(() -> new UserFacingException(AttemptError.NO_MACHINES));
        if (!sandbox.state().isUsable()) {
            throw new UserFacingException(AttemptError.MACHINES_NOT_READY);
        }
        return sandbox;
    }

    /** Thaws frozen machines, because the learner uses them. */
    void active(AttemptId attempt) {
        sandboxes
                .findLatest(attempt)
                .filter(sandbox -> sandbox.state().isUsable())
                .ifPresent(sandbox -> sandboxes.active(sandbox.id()));
    }

    /** Does the same as {@link #active}, but returns only when the machines run. */
    void awaken(AttemptId attempt) {
        sandboxes
                .findLatest(attempt)
                .filter(sandbox -> sandbox.state().isUsable())
                .ifPresent(sandbox -> sandboxes.awaken(sandbox.id()));
    }

    /** Extends the lease, in the caller's transaction. */
    void extend(AttemptId attempt, Duration by) {
        sandboxes.extend(usable(attempt).id(), by);
    }

    void reset(AttemptId attempt, NodeName node) {
        sandboxes.resetNode(usable(attempt).id(), node);
    }

    /** Stops the checks of an attempt that has ended. */
    void unwatch(AttemptId attempt) {
        checks.unwatch(attempt);
    }

    /** Evaluates the open tasks now. */
    void checkNow(AttemptId attempt) {
        checks.checkNow(attempt);
    }

    /** Ends the machines, in the caller's transaction. */
    void giveBack(AttemptEntity attempt, EndReason reason) {
        attempt.machines().ifPresent(sandbox -> sandboxes.end(sandbox, reason));
    }
}

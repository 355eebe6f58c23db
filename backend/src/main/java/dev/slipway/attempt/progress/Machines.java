package dev.slipway.attempt.progress;

import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.persistence.AttemptRow;
import dev.slipway.check.Checks;
import dev.slipway.lab.Lab;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** An attempt's machines, for callers who have shown that they may act on the attempt. */
@Component
final class Machines {
    private final Sandboxes sandboxes;
    private final SandboxOrder order;
    private final Checks checks;

    Machines(Sandboxes sandboxes, SandboxOrder order, Checks checks) {
        this.sandboxes = sandboxes;
        this.order = order;
        this.checks = checks;
    }

    /** Asks for machines; an attempt that has some keeps them. */
    void request(AttemptRow attempt, Lab lab) {
        sandboxes.request(order.of(attempt, lab));
    }

    /**
     * The machines, if they can be used now.
     *
     * @throws UserFacingException if they cannot
     */
    Sandbox live(AttemptId attempt) {
        return sandboxes
                .findLatest(attempt)
                .filter(sandbox -> sandbox.state().isLive())
                .orElseThrow(() -> new UserFacingException(AttemptError.MACHINES_NOT_READY));
    }

    void extend(AttemptId attempt, Duration by) {
        sandboxes.extend(live(attempt).id(), by);
    }

    void reset(AttemptId attempt, NodeName node) {
        sandboxes.resetNode(live(attempt).id(), node);
    }

    /** Stops checking and gives the machines back. */
    void release(AttemptId attempt, EndReason reason) {
        checks.unwatch(attempt);
        sandboxes.findLatest(attempt).ifPresent(sandbox -> sandboxes.end(sandbox.id(), reason));
    }
}

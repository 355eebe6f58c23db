package dev.slipway.attempt.progress;

import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.lab.Labs;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Restarts, extends and ends attempts together with their machines. An attempt and its machines change in one
 * transaction: if new machines are refused, the attempt keeps its old machines, and an attempt that ends keeps no
 * machines.
 */
@Component
final class Lifetimes {
    private final AttemptStore store;
    private final Machines machines;
    private final Labs labs;
    private final Clock clock;

    Lifetimes(AttemptStore store, Machines machines, Labs labs, Clock clock) {
        this.store = store;
        this.machines = machines;
        this.labs = labs;
        this.clock = clock;
    }

    /** Restarts an attempt on new machines. */
    void restart(AttemptEntity attempt) {
        var lab = labs.require(attempt.lab());
        if (!lab.hasMachines()) {
            throw new UserFacingException(AttemptError.NO_MACHINES);
        }
        store.work(attempt.attemptId(), now -> {
            machines.giveBack(now, EndReason.RESTARTED);
            return now.restart(machines.request(now, lab), lab.scoring());
        });
    }

    /** Extends the lease if the lab allows one more extension. */
    void extend(AttemptEntity attempt) {
        var session = labs.require(attempt.lab()).machines().session();
        store.work(attempt.attemptId(), now -> {
            if (!now.extend(session.maxExtensions())) {
                throw new UserFacingException(AttemptError.NO_MORE_EXTENSIONS);
            }
            machines.extend(now.attemptId(), session.extendBy());
            return true;
        });
        machines.active(attempt.attemptId());
    }

    /** Ends an attempt and its machines; does nothing if the attempt has ended. */
    void end(AttemptId id, EndReason reason) {
        store.change(id, row -> {
            machines.giveBack(row, reason);
            return row.end(clock.instant());
        });
        machines.unwatch(id);
    }

    /** Ends an attempt whose machines have ended, unless the attempt has new machines by then. */
    void endWith(SandboxId gone, AttemptId id) {
        store.change(id, row -> row.uses(gone) && row.end(clock.instant()));
    }
}

package dev.slipway.attempt.progress;

import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.lab.Lab;
import dev.slipway.lab.Labs;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Restarts, extends and ends attempts together with their machines. Locking: each verb keeps the attempt's turn for all
 * of its steps, so that an end that comes during a restart ends what the restart has requested.
 */
@Component
final class Lifetimes {
    private static final Logger log = LoggerFactory.getLogger(Lifetimes.class);

    private final AttemptStore store;
    private final Machines machines;
    private final Labs labs;

    Lifetimes(AttemptStore store, Machines machines, Labs labs) {
        this.store = store;
        this.machines = machines;
        this.labs = labs;
    }

    void restart(AttemptEntity attempt) {
        var lab = labs.require(attempt.lab(), attempt.labDigest());
        if (!lab.hasMachines()) {
            throw new UserFacingException(AttemptError.NO_MACHINES);
        }
        var id = attempt.attemptId();
        store.inTurn(id, () -> {
            store.requireOpen(id);
            machines.requireStart(attempt);
            machines.release(id, EndReason.RESTARTED);
            return onNewMachines(id, lab);
        });
    }

    /** Completes a restart that was interrupted once the old machines were given back, with these the last that it used. */
    void completeRestart(AttemptEntity attempt, SandboxId gone) {
        var id = attempt.attemptId();
        store.inTurn(id, () -> {
            var lab =
                    store.find(id).filter(now -> now.uses(gone)).flatMap(now -> labs.find(now.lab(), now.labDigest()));
            try {
                lab.ifPresent(known -> onNewMachines(id, known));
            } catch (UserFacingException refused) {
                log.warn("no new machines after a restart attempt={} cause={}", id, refused.getMessage());
            }
            return lab;
        });
    }

    private boolean onNewMachines(AttemptId id, Lab lab) {
        store.work(id, attempt -> attempt.restart(machines.request(attempt, lab), lab.scoring()));
        return true;
    }

    /** Extends the lease if the lab allows one more extension; both are committed together. */
    void extend(AttemptEntity attempt) {
        var session = labs.require(attempt.lab(), attempt.labDigest()).session();
        store.work(attempt.attemptId(), now -> {
            if (!now.extend(session.maxExtensions())) {
                throw new UserFacingException(AttemptError.NO_MORE_EXTENSIONS);
            }
            machines.extend(now.attemptId(), session.extendBy());
            return true;
        });
        machines.active(attempt.attemptId());
    }

    /** Ends an attempt and gives its machines back; one that has ended stays as it is. */
    void end(AttemptId id, EndReason reason) {
        store.inTurn(id, () -> {
            store.end(id);
            machines.release(id, reason);
            return id;
        });
    }
}

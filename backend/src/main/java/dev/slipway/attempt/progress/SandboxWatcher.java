package dev.slipway.attempt.progress;

import dev.slipway.attempt.persistence.AttemptEntities;
import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.check.CheckPlan;
import dev.slipway.check.Checks;
import dev.slipway.lab.Lab;
import dev.slipway.lab.Labs;
import dev.slipway.platform.KeyedLocks;
import dev.slipway.platform.RecordedListener;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Watches the sandboxes of attempts: it starts the checks of an attempt when its machines become usable, stops them
 * afterwards, and ends the attempt when the lease expires or staff end the sandbox. Locking: the map {@code watched} is
 * the only state; a thread that changes an attempt's entry holds the attempt's lock.
 */
@Component
class SandboxWatcher {
    private static final Logger log = LoggerFactory.getLogger(SandboxWatcher.class);

    private final AttemptEntities rows;
    private final AttemptStore store;
    private final Lifetimes lifetimes;
    private final Labs labs;
    private final Sandboxes sandboxes;
    private final Checks checks;
    private final KeyedLocks turns = new KeyedLocks();
    private final Map<AttemptId, SandboxId> watched = new ConcurrentHashMap<>();

    SandboxWatcher(
            AttemptEntities rows,
            AttemptStore store,
            Lifetimes lifetimes,
            Labs labs,
            Sandboxes sandboxes,
            Checks checks) {
        this.rows = rows;
        this.store = store;
        this.lifetimes = lifetimes;
        this.labs = labs;
        this.sandboxes = sandboxes;
        this.checks = checks;
    }

    @RecordedListener
    void on(SandboxChanged changed) {
        follow(changed.attempt());
    }

    /** Resumes watching after a restart of the platform. */
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        rows.findOpen().forEach(attempt -> follow(attempt.attemptId()));
    }

    /**
     * Reads the current state under the attempt's lock, so that the later of two simultaneous changes determines the
     * result.
     */
    private void follow(AttemptId id) {
        turns.take(id, () -> {
            store.find(id)
                    .ifPresent(attempt ->
                            attempt.machines().flatMap(sandboxes::find).ifPresent(sandbox -> follow(attempt, sandbox)));
            return id;
        });
    }

    private void follow(AttemptEntity attempt, Sandbox sandbox) {
        var id = attempt.attemptId();
        if (sandbox.state().isUsable() && attempt.uses(sandbox.id())) {
            labs.find(attempt.lab())
                    .ifPresentOrElse(
                            lab -> watch(attempt, sandbox, lab),
                            () -> log.warn(
                                    "lab of open attempt is missing attempt={} lab={}",
                                    id,
                                    attempt.lab().id()));
        } else if (watched.remove(id) != null) {
            checks.unwatch(id);
        }
        if (attempt.uses(sandbox.id()) && sandbox.state() instanceof Ended(EndReason reason)) {
            wentAway(attempt, sandbox.id(), reason);
        }
    }

    private void watch(AttemptEntity attempt, Sandbox sandbox, Lab lab) {
        var id = attempt.attemptId();
        if (!sandbox.id().equals(watched.get(id))) {
            checks.watch(new CheckPlan(
                    id, sandbox.id(), lab, attempt.variables(), attempt.answers(), attempt.passedTasks()));
            watched.put(id, sandbox.id());
        }
    }

    private void wentAway(AttemptEntity attempt, SandboxId sandbox, EndReason reason) {
        switch (reason) {
            case LEASE_EXPIRED, ENDED_BY_STAFF -> lifetimes.endWith(sandbox, attempt.attemptId());
            case ENDED_BY_LEARNER, RESTARTED, LOST -> {}
        }
    }
}

package dev.slipway.attempt.progress;

import dev.slipway.attempt.persistence.AttemptRow;
import dev.slipway.attempt.persistence.AttemptRows;
import dev.slipway.check.CheckPlan;
import dev.slipway.check.Checks;
import dev.slipway.lab.Lab;
import dev.slipway.lab.Labs;
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
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Follows attempts' machines: watches their checks while they can be used, and ends the attempt with its lease. Locking:
 * the map of what is watched is the only state, and each attempt's entry is changed atomically.
 */
@Component
class SandboxWatcher {
    private static final Logger log = LoggerFactory.getLogger(SandboxWatcher.class);

    private final AttemptRows rows;
    private final AttemptStore store;
    private final Machines machines;
    private final Labs labs;
    private final Sandboxes sandboxes;
    private final Checks checks;
    private final Map<AttemptId, SandboxId> watched = new ConcurrentHashMap<>();

    SandboxWatcher(
            AttemptRows rows, AttemptStore store, Machines machines, Labs labs, Sandboxes sandboxes, Checks checks) {
        this.rows = rows;
        this.store = store;
        this.machines = machines;
        this.labs = labs;
        this.sandboxes = sandboxes;
        this.checks = checks;
    }

    @EventListener
    void on(SandboxChanged changed) {
        rows.findById(changed.sandbox().attempt().value()).ifPresent(attempt -> follow(attempt, changed.sandbox()));
    }

    /** After a restart of the platform: goes on watching, and asks for machines where a restart of a lab was cut short. */
    @Order(1000)
    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        for (var attempt : rows.findOpen()) {
            var sandbox = sandboxes.findLatest(attempt.attemptId());
            if (sandbox.isEmpty() || sandbox.get().state().equals(new Ended(EndReason.RESTARTED))) {
                labs.find(attempt.lab(), attempt.labDigest()).ifPresent(lab -> machines.request(attempt, lab));
            } else {
                follow(attempt, sandbox.get());
            }
        }
    }

    private void follow(AttemptRow attempt, Sandbox sandbox) {
        var id = attempt.attemptId();
        if (sandbox.state().isUsable() && attempt.isOpen()) {
            labs.find(attempt.lab(), attempt.labDigest())
                    .ifPresentOrElse(
                            lab -> watch(attempt, sandbox, lab),
                            () -> log.warn("lab of open attempt is missing attempt={} lab={}", id, attempt.lab()));
        } else if (watched.remove(id, sandbox.id())) {
            checks.unwatch(id);
        }
        if (attempt.isOpen() && endsAttempt(sandbox)) {
            store.end(id);
        } else {
            store.announce(attempt);
        }
    }

    private void watch(AttemptRow attempt, Sandbox sandbox, Lab lab) {
        var id = attempt.attemptId();
        if (!sandbox.id().equals(watched.put(id, sandbox.id()))) {
            checks.watch(new CheckPlan(
                    id, sandbox.id(), lab, attempt.variables(), attempt.answers(), attempt.passedTasks()));
        }
    }

    private static boolean endsAttempt(Sandbox sandbox) {
        return sandbox.state() instanceof Ended(EndReason reason)
                && (reason == EndReason.LEASE_EXPIRED || reason == EndReason.ENDED_BY_STAFF);
    }
}

package dev.slipway.sandbox.lifecycle;

import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.sandbox.provision.Remover;
import dev.slipway.shared.SandboxId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends sandboxes: first the intention in the database, then their objects on the engine. */
@Component
final class Ender {
    private static final Logger log = LoggerFactory.getLogger(Ender.class);

    private final SandboxStore store;
    private final Workshop workshop;
    private final Remover remover;
    private final Admission admission;

    Ender(SandboxStore store, Workshop workshop, Remover remover, Admission admission) {
        this.store = store;
        this.workshop = workshop;
        this.remover = remover;
        this.admission = admission;
    }

    void end(SandboxId id, EndReason reason) {
        store.change(id, row -> row.beginEnding(reason)).ifPresent(ending -> finish(id));
    }

    /** Carries on with a sandbox that is ending already. */
    void finish(SandboxId id) {
        workshop.start(id, () -> finishNow(id));
    }

    private void finishNow(SandboxId id) {
        try {
            remover.remove(id);
            store.change(id, SandboxEntity::end);
            workshop.forget(id);
            admission.admit();
        } catch (EngineException e) {
            // Stays Ending; the reconciler tries again.
            log.warn("sandbox not yet removed sandbox={} cause={}", id, e.getMessage());
        }
    }
}

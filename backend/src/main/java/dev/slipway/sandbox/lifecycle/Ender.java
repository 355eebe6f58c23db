package dev.slipway.sandbox.lifecycle;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.platform.AfterCommit;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.persistence.SandboxStore;
import dev.slipway.sandbox.provision.Remover;
import dev.slipway.shared.SandboxId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends sandboxes: first commits the intention to the database, then removes their objects from the engine. */
@Component
public final class Ender {
    private static final Logger log = LoggerFactory.getLogger(Ender.class);

    /**
     * Number of failed removals after which a sandbox frees its place: the second failure shows that the engine is not
     * just slow. After that, the {@code OrphanSweeper} removes the remaining objects.
     */
    private static final int GIVES_PLACE_BACK = 2;

    private final SandboxStore store;
    private final SandboxWorkers workers;
    private final Remover remover;
    private final Leftovers leftovers;

    Ender(SandboxStore store, SandboxWorkers workers, Remover remover, Leftovers leftovers) {
        this.store = store;
        this.workers = workers;
        this.remover = remover;
        this.leftovers = leftovers;
    }

    /** Ends a sandbox. The current work on it is interrupted after the caller's transaction has committed. */
    public void end(SandboxId id, EndReason reason) {
        store.change(id, row -> row.beginEnding(reason))
                .filter(ending -> !ending.state().isOver())
                .ifPresent(_ ->
                        AfterCommit.start("sandbox-end-" + id, () -> workers.startInstead(id, () -> finishNow(id))));
    }

    /** Resumes the removal of a sandbox that is already ending. */
    public void finish(SandboxId id) {
        workers.start(id, () -> finishNow(id));
    }

    private void finishNow(SandboxId id) {
        if (!store.isIn(id, Phase.ENDING)) {
            return;
        }
        try {
            workers.onEngine(id, () -> remover.remove(id));
            leftovers.removed(id);
        } catch (EngineException e) {
            if (e.reason() == Reason.UNREACHABLE) {
                // The sandbox stays Ending; the reconciler tries again.
                log.warn("engine not reachable, sandbox not yet removed sandbox={} cause={}", id, e.getMessage());
                return;
            }
            if (leftovers.failed(id, e) < GIVES_PLACE_BACK) {
                return;
            }
        }
        store.change(id, SandboxEntity::end);
    }
}

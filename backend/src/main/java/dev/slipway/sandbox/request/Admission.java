package dev.slipway.sandbox.request;

import dev.slipway.platform.AfterCommit;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.lifecycle.Maker;
import dev.slipway.sandbox.persistence.QueueMoved;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.persistence.SandboxStore;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts waiting sandboxes, oldest first, while there are free places. Locking: one admission at a time, so that two
 * sandboxes cannot take the last place.
 */
@Component
public final class Admission {
    private final SandboxEntities rows;
    private final SandboxStore store;
    private final SandboxProperties properties;
    private final Maker maker;

    Admission(SandboxEntities rows, SandboxStore store, SandboxProperties properties, Maker maker) {
        this.rows = rows;
        this.store = store;
        this.properties = properties;
        this.maker = maker;
    }

    /** Starts as many waiting sandboxes as there are free places. */
    public synchronized void admit() {
        var free = properties.maxTotal() - rows.countByPhases(Phase.TAKING_A_PLACE);
        if (free > 0) {
            store.in(Phase.REQUESTED).stream().limit(free).forEach(this::letIn);
        }
    }

    /** Starts waiting sandboxes at once when a place becomes free, instead of at the next run of the reconciler. */
    @EventListener
    void onMove(QueueMoved moved) {
        AfterCommit.start("admission", this::moveUp);
    }

    /** Does the same as {@link #admit}, then publishes the new positions of the sandboxes that still wait. */
    private void moveUp() {
        admit();
        store.in(Phase.REQUESTED).forEach(sandbox -> store.announce(sandbox.id()));
    }

    private void letIn(Sandbox sandbox) {
        store.change(sandbox.id(), SandboxEntity::beginProvisioning).ifPresent(admitted -> maker.make(admitted.id()));
    }
}

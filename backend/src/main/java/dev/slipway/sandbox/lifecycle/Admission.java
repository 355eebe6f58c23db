package dev.slipway.sandbox.lifecycle;

import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Starts waiting sandboxes, oldest first, while there are free places. Locking: one admission at a time, so that two
 * sandboxes cannot take the last place.
 */
@Component
final class Admission {
    private static final Set<Phase> TAKE_A_PLACE = EnumSet.copyOf(
            Arrays.stream(Phase.values()).filter(Phase::takesAPlace).toList());

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
    synchronized void admit() {
        var free = properties.maxTotal() - rows.countByPhases(TAKE_A_PLACE);
        if (free > 0) {
            store.in(Phase.REQUESTED).stream().limit(free).forEach(this::letIn);
        }
    }

    /** Does the same as {@link #admit}, then publishes the new positions of the sandboxes that still wait. */
    void moveUp() {
        admit();
        store.in(Phase.REQUESTED).forEach(sandbox -> store.announce(sandbox.id()));
    }

    private void letIn(Sandbox sandbox) {
        store.change(sandbox.id(), SandboxEntity::beginProvisioning).ifPresent(admitted -> maker.make(admitted.id()));
    }
}

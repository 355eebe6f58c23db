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
 * Lets waiting sandboxes in, oldest first, while there are free places. Locking: the object's monitor lets one
 * admission run at a time, so that two cannot take the last place; it guards no field.
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

    /** Starts as many as fit. */
    synchronized void admit() {
        var free = properties.maxTotal() - rows.countByPhases(TAKE_A_PLACE);
        if (free > 0) {
            store.in(Phase.REQUESTED).stream().limit(free).forEach(this::letIn);
        }
    }

    /** As {@link #admit}; then tells the owners of those that go on waiting their new position. */
    void moveUp() {
        admit();
        store.in(Phase.REQUESTED).forEach(sandbox -> store.announce(sandbox.id()));
    }

    private void letIn(Sandbox sandbox) {
        store.change(sandbox.id(), SandboxEntity::beginProvisioning).ifPresent(admitted -> maker.make(admitted.id()));
    }
}

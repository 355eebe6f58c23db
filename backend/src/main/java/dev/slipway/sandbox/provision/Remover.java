package dev.slipway.sandbox.provision;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineObject;
import dev.slipway.shared.SandboxId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Removes what belongs to a sandbox from the host engine, found by label, so that nothing is left of a half-made one. */
@Component
public final class Remover {
    private final ContainerEngine engine;
    private final EngineNames names;

    Remover(ContainerEngine engine, EngineNames names) {
        this.engine = engine;
        this.names = names;
    }

    /** Removes containers first, since networks and volumes cannot go while they are in use. */
    public void remove(SandboxId sandbox) {
        removeLabelled(names.of(sandbox));
    }

    private void removeLabelled(Map<String, String> labels) {
        Concurrently.forEach(
                engine.nodes(labels).stream().map(EngineContainer::name).toList(), engine::removeNode);
        Concurrently.forEach(
                engine.volumes(labels).stream().map(EngineObject::name).toList(), engine::removeVolume);
        Concurrently.forEach(
                engine.networks(labels).stream().map(EngineObject::name).toList(), engine::removeNetwork);
    }
}

package dev.slipway.sandbox.provision;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineObject;
import dev.slipway.sandbox.agent.Agents;
import dev.slipway.shared.SandboxId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Removes a sandbox's objects from the host engine. It finds the objects by label, so it can also remove an incomplete
 * sandbox.
 */
@Component
public final class Remover {
    private final ContainerEngine engine;
    private final EngineNames names;
    private final Agents agents;

    Remover(ContainerEngine engine, EngineNames names, Agents agents) {
        this.engine = engine;
        this.names = names;
        this.agents = agents;
    }

    /**
     * Removes containers first, since networks and volumes cannot be removed while they are in use. An object that
     * cannot be removed does not prevent the removal of the others.
     *
     * @throws EngineException if an object cannot be removed; this is the first failure, which has the others as
     *     suppressed exceptions
     */
    public void remove(SandboxId sandbox) {
        var labels = names.of(sandbox);
        var failures = new ArrayList<EngineException>();
        attempt(failures, () -> each(engine.nodes(labels), EngineContainer::name, engine::removeNode));
        attempt(failures, () -> each(engine.volumes(labels), EngineObject::name, engine::removeVolume));
        attempt(failures, () -> each(engine.networks(labels), EngineObject::name, engine::removeNetwork));
        if (!failures.isEmpty()) {
            var first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
        agents.forgetAll(names.prefix(sandbox));
    }

    private static <T> void each(Collection<T> objects, Function<T, String> name, Consumer<String> removal) {
        Concurrently.forEach(objects.stream().map(name).toList(), removal);
    }

    private static void attempt(Collection<EngineException> failures, Runnable step) {
        try {
            step.run();
        } catch (EngineException e) {
            failures.add(e);
        }
    }
}

package dev.slipway.sandbox.upkeep;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.sandbox.provision.EngineNames;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lists the containers on the host engine that are nodes of sandboxes. */
@Component
final class NodeContainers {
    private final ContainerEngine engine;
    private final EngineNames names;

    NodeContainers(ContainerEngine engine, EngineNames names) {
        this.engine = engine;
        this.names = names;
    }

    /**
     * Lists the containers of all sandboxes.
     *
     * @throws dev.slipway.engine.EngineException if the engine cannot be reached
     */
    Listing ofAll() {
        return list(names.ours());
    }

    /**
     * Lists the containers of one sandbox.
     *
     * @throws dev.slipway.engine.EngineException if the engine cannot be reached
     */
    Listing of(SandboxId sandbox) {
        return list(names.of(sandbox));
    }

    private Listing list(Map<String, String> labels) {
        return new Listing(
                names,
                engine.nodes(labels).stream()
                        .collect(Collectors.toMap(EngineContainer::name, EngineContainer::status, (a, b) -> a)));
    }

    /** Statuses of the containers at the time of the listing, by the containers' names. */
    record Listing(EngineNames names, Map<String, Status> statuses) {

        /** Returns the status of a node's container; empty if there is no such container. */
        Optional<Status> status(SandboxId sandbox, NodeName node) {
            return Optional.ofNullable(statuses.get(names.container(sandbox, node)));
        }

        boolean isEmpty() {
            return statuses.isEmpty();
        }
    }
}

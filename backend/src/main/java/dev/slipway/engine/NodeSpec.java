package dev.slipway.engine;

import java.util.Map;

/**
 * A node's container that is to be created.
 *
 * @param container name of the container: deterministic, and unique on the engine
 * @param hostname host name of the node, and its alias on its network
 */
public record NodeSpec(
        String container,
        String image,
        String hostname,
        String network,
        ContainerLimits limits,
        NodeMounts mounts,
        Map<String, String> labels) {
    public NodeSpec {
        labels = Map.copyOf(labels);
    }
}

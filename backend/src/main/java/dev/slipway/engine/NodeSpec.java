package dev.slipway.engine;

import java.util.Map;

/**
 * A node's container to be made.
 *
 * @param container the container's name, deterministic, unique on the engine
 * @param hostname also the node's alias on its network
 * @param disk holds what the node writes; a node that is created again with it finds its files
 * @param storeVolume the shared image store, mounted read-only
 */
public record NodeSpec(
        String container,
        String image,
        String hostname,
        String network,
        NodeLimits limits,
        NodeDisk disk,
        String storeVolume,
        Map<String, String> labels) {
    public NodeSpec {
        labels = Map.copyOf(labels);
    }
}

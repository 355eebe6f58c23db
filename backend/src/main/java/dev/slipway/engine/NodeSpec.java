package dev.slipway.engine;

import java.util.Map;

/**
 * A node's container that is to be created.
 *
 * @param container name of the container: deterministic, and unique on the engine
 * @param hostname host name of the node, and its alias on its network
 * @param disk the disk to which the node writes; a node that is recreated with the same disk has its files again
 * @param storeVolume volume of the shared image store, which is mounted read-only
 */
public record NodeSpec(
        String container,
        String image,
        String hostname,
        String network,
        ContainerLimits limits,
        NodeDisk disk,
        String storeVolume,
        Map<String, String> labels) {
    public NodeSpec {
        labels = Map.copyOf(labels);
    }
}

package dev.slipway.engine;

import org.springframework.util.unit.DataSize;

/**
 * Limits on the host's resources that a node's container may use. A container gets no swap in addition to its memory.
 */
public record ContainerLimits(DataSize memory, double cpus, int pids) {
    public ContainerLimits {
        if (memory.toBytes() <= 0 || cpus <= 0 || pids <= 0) {
            throw new IllegalArgumentException("a container's limits must be greater than zero");
        }
    }
}

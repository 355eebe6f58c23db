package dev.slipway.engine;

import org.springframework.util.unit.DataSize;

/** Limits of a node's container on the host's resources. A container gets no swap in addition to its memory. */
public record ContainerLimits(DataSize memory, double cpus, int pids) {
    public ContainerLimits {
        if (memory.toBytes() <= 0 || cpus <= 0 || pids <= 0) {
            throw new IllegalArgumentException("a container's limits must be greater than zero");
        }
    }
}

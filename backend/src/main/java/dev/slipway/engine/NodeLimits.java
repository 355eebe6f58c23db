package dev.slipway.engine;

import org.springframework.util.unit.DataSize;

/** How much of the host one node may use. Swap is never given on top of memory. */
public record NodeLimits(DataSize memory, double cpus, int pids) {
    public NodeLimits {
        if (memory.toBytes() <= 0 || cpus <= 0 || pids <= 0) {
            throw new IllegalArgumentException("a node's limits are greater than zero");
        }
    }
}

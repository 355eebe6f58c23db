package dev.slipway.sandbox;

import org.springframework.util.unit.DataSize;

/** Limits on the host's resources that one node may use. A node gets no swap in addition to its memory. */
public record NodeLimits(DataSize memory, double cpus, int pids) {
    public NodeLimits {
        if (memory.toBytes() <= 0 || cpus <= 0 || pids <= 0) {
            throw new IllegalArgumentException("a node's limits must be greater than zero");
        }
    }
}

package dev.slipway.engine;

import org.springframework.util.unit.DataSize;

/**
 * The disk of a node, which holds everything that the node writes, its root file system included. The first start of the
 * node makes it; it goes with its volume.
 *
 * @param volume the volume's name, unique on the engine
 * @param size how much fits on it; without effect on a host that cannot limit disks, as the host's report says
 */
public record NodeDisk(String volume, DataSize size) {
    /** The node's system writes some megabytes before a learner does, and a file system has its own needs. */
    private static final DataSize LEAST = DataSize.ofMegabytes(64);

    public NodeDisk {
        if (size.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("a node's disk holds at least " + LEAST.toMegabytes() + " MiB");
        }
    }
}

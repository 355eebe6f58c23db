package dev.slipway.engine;

import org.springframework.util.unit.DataSize;

/**
 * The disk of a node, which contains all files that the node writes, including its root file system. The first start of
 * the node creates the disk; removing the volume removes it.
 *
 * @param volume the volume's name, unique on the engine
 * @param size capacity of the disk; it has no effect on a host that cannot limit disks, which the report on the host
 *     states
 */
public record NodeDisk(String volume, DataSize size) {
    /** The node's system writes some megabytes before a learner does, and the file system's metadata need space too. */
    private static final DataSize LEAST = DataSize.ofMegabytes(64);

    public NodeDisk {
        if (size.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("a node's disk must have at least " + LEAST.toMegabytes() + " MiB");
        }
    }
}

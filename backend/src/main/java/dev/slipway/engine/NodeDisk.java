package dev.slipway.engine;

import org.springframework.util.unit.DataSize;

/**
 * The disk of a node, which contains all files that the node writes, including its root file system. The engine's
 * runtime creates the disk when the node first starts; removing the volume removes the disk.
 *
 * @param volume the volume's name, unique on the engine
 * @param size capacity of the disk; a host that cannot limit disks ignores it, and the report on the host then names
 *     this defect
 */
public record NodeDisk(String volume, DataSize size) {
    /**
     * Smallest capacity: the node's system writes some megabytes before a learner does, and the file system's metadata
     * need space too.
     */
    private static final DataSize LEAST = DataSize.ofMegabytes(64);

    public NodeDisk {
        if (size.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("a node's disk must have at least " + LEAST.toMegabytes() + " MiB");
        }
    }
}

package dev.slipway.preview;

import dev.slipway.shared.NodeName;
import java.util.Comparator;

/**
 * A TCP port that a container of a node publishes at an address where the platform can dial it.
 *
 * @param container its name, as the learner or the engine chose it
 */
public record PublishedPort(NodeName node, int number, String container) implements Comparable<PublishedPort> {
    private static final Comparator<PublishedPort> ORDER = Comparator.comparing(PublishedPort::node)
            .thenComparingInt(PublishedPort::number)
            .thenComparing(PublishedPort::container);

    @Override
    public int compareTo(PublishedPort other) {
        return ORDER.compare(this, other);
    }
}

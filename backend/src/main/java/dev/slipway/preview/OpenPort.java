package dev.slipway.preview;

import dev.slipway.shared.NodeName;
import java.util.Comparator;

/**
 * TCP port that a container opens on a node, at an address at which the platform can dial it.
 *
 * @param container name of the container, as the learner or the engine chose it
 * @param published whether the container publishes the port, as with {@code -p}; otherwise the container uses the
 *     node's own network, as with {@code --network host}, and listens there
 */
public record OpenPort(NodeName node, int number, String container, boolean published) implements Comparable<OpenPort> {
    private static final Comparator<OpenPort> ORDER = Comparator.comparing(OpenPort::node)
            .thenComparingInt(OpenPort::number)
            .thenComparing(OpenPort::container)
            .thenComparing(OpenPort::published);

    @Override
    public int compareTo(OpenPort other) {
        return ORDER.compare(this, other);
    }
}

package dev.slipway.preview.ports;

import dev.slipway.preview.OpenPorts;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.json.MemoryBudget;
import org.springframework.util.unit.DataSize;

/** Published ports for tests that start no Spring and receive no events. */
public final class SomePorts {
    private SomePorts() {}

    public static OpenPorts of(NodeStreams streams, NodeEvents events) {
        return new WatchedPorts(streams, events, new MemoryBudget(DataSize.ofMegabytes(1)), event -> {});
    }
}

package dev.slipway.sandbox.events;

import dev.slipway.sandbox.NodeEvent;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.json.MemoryBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.util.unit.DataSize;

/** Event streams for tests without Spring. */
public final class SomeNodeEvents {
    private SomeNodeEvents() {}

    public static NodeEvents of(NodeStreams streams) {
        return new Subscriptions(streams, new MemoryBudget(DataSize.ofMegabytes(1)), Clock.systemUTC());
    }

    /** Parses an event as an engine writes it. */
    public static NodeEvent event(String line) {
        try {
            return new EventReader(new MemoryBudget(DataSize.ofMegabytes(1)))
                    .read(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

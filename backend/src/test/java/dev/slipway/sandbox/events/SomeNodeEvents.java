package dev.slipway.sandbox.events;

import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeStreams;
import java.time.Clock;

/** Events for tests that start no Spring. */
public final class SomeNodeEvents {
    private SomeNodeEvents() {}

    public static NodeEvents of(NodeStreams streams) {
        return new Subscriptions(streams, Clock.systemUTC());
    }
}

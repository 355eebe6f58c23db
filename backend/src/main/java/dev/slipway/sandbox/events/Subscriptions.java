package dev.slipway.sandbox.events;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.events.EventSubscribers.Seat;
import dev.slipway.sandbox.json.MemoryBudget;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Subscriptions to node engines, one for each engine that has followers. A subscription starts with the first follower
 * and ends with the last. Locking: this object's monitor guards the map and the membership of followers.
 */
@Component
final class Subscriptions implements NodeEvents {
    private final NodeStreams streams;
    private final EventReader reader;
    private final Clock clock;

    @GuardedBy("this")
    private final Map<Engine, Subscription> running = new HashMap<>();

    Subscriptions(NodeStreams streams, MemoryBudget memory, Clock clock) {
        this.streams = streams;
        this.reader = new EventReader(memory);
        this.clock = clock;
    }

    private record Engine(SandboxId sandbox, NodeName node) {}

    @Override
    public Following follow(SandboxId sandbox, NodeName node, Follower follower) {
        var engine = new Engine(sandbox, node);
        var seat = new Seat(follower);
        var subscription = join(engine, seat);
        subscription.serve(seat);
        return () -> leave(engine, subscription, seat);
    }

    private synchronized Subscription join(Engine engine, Seat seat) {
        var subscription = running.computeIfAbsent(engine, this::subscription);
        subscription.join(seat);
        return subscription;
    }

    private Subscription subscription(Engine engine) {
        var node = streams.node(engine.sandbox(), engine.node());
        return new Subscription(node, engine.sandbox(), engine.node(), reader, clock);
    }

    private void leave(Engine engine, Subscription subscription, Seat seat) {
        synchronized (this) {
            if (!subscription.leave(seat)) {
                return;
            }
            running.remove(engine, subscription);
        }
        subscription.close();
    }
}

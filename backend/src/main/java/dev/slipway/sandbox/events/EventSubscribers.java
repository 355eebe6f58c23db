package dev.slipway.sandbox.events;

import dev.slipway.sandbox.NodeEvents.Follower;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Followers of one engine. Any thread may add and remove followers; only the thread that reads the engine's event
 * stream calls them.
 */
final class EventSubscribers {
    private static final Logger LOG = LoggerFactory.getLogger(EventSubscribers.class);

    private final List<Seat> seats = new CopyOnWriteArrayList<>();

    /** Membership of one follower. */
    static final class Seat {
        private final Follower follower;
        /**
         * True until the stream is reopened for the older events that this follower wants. Until then the follower
         * receives no event, because newer events would arrive before the older ones.
         */
        private volatile boolean waits;

        Seat(Follower follower) {
            this.follower = follower;
            this.waits = follower.since().isPresent();
        }

        boolean waits() {
            return waits;
        }
    }

    void join(Seat seat) {
        seats.add(seat);
    }

    /** Removes a follower; returns whether it was the last one. */
    boolean leave(Seat seat) {
        return seats.remove(seat) && seats.isEmpty();
    }

    /**
     * Returns the earliest time from which a follower wants events; empty if all followers want only new events. The
     * caller reopens the stream from that time, so no follower waits after this call.
     */
    Optional<Instant> since() {
        seats.forEach(seat -> seat.waits = false);
        return seats.stream().flatMap(seat -> seat.follower.since().stream()).min(Instant::compareTo);
    }

    /** Calls each follower that does not wait. An exception in one follower does not affect the others. */
    void tell(Consumer<Follower> news) {
        for (var seat : seats) {
            if (!seat.waits) {
                try {
                    news.accept(seat.follower);
                } catch (RuntimeException e) {
                    LOG.error("follower of events failed", e);
                }
            }
        }
    }
}

package dev.slipway.sandbox.events;

import dev.slipway.sandbox.NodeEvents.Follower;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who follow one engine. Any thread may join and leave; only the engine's own speaks to them. */
final class Audience {
    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    private final List<Seat> seats = new CopyOnWriteArrayList<>();

    /** One follower's place. */
    static final class Seat {
        private final Follower follower;
        /** What is told to one who waits for older reports would come before those. */
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

    /** Whether that was the last one. */
    boolean leave(Seat seat) {
        return seats.remove(seat) && seats.isEmpty();
    }

    /** From when reports are wanted by any of those who are here, none of whom waits from now on. */
    Optional<Instant> since() {
        seats.forEach(seat -> seat.waits = false);
        return seats.stream().flatMap(seat -> seat.follower.since().stream()).min(Instant::compareTo);
    }

    /** A follower that fails takes nothing from the others. */
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

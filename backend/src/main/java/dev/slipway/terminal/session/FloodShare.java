package dev.slipway.terminal.session;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What terminals that flood have together. One alone runs as fast as its driver reads. Several take turns, at a rate that
 * leaves the processors time for whoever types: neither the kernel nor an engine can tell a key from a flood. Safe for
 * all threads.
 */
final class FloodShare {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Listings and builds stay below; this many bytes at once, and so many a second, are no flood. */
    private static final long BURST = 256 * 1024;

    private static final long STEADY = 1024 * 1024;

    /** Who has had no turn for so long floods no more. */
    private static final long MEMORY = Duration.ofMillis(300).toNanos();

    private final long rate;
    private final LongSupplier nanoTime;
    private final Map<Member, Long> turns = new HashMap<>();
    private long free;

    /** @param rate bytes a second for all of them */
    FloodShare(long rate, LongSupplier nanoTime) {
        this.rate = rate;
        this.nanoTime = nanoTime;
        this.free = nanoTime.getAsLong();
    }

    Member join() {
        return new Member();
    }

    private synchronized long turn(Member member, int bytes, long now) {
        turns.values().removeIf(end -> now - end > MEMORY);
        turns.put(member, now);
        if (turns.size() < 2) {
            return 0;
        }
        free = Math.max(free, now) + bytes * SECOND / rate;
        turns.put(member, free);
        return free - now;
    }

    /** One terminal; for its reading thread. */
    final class Member {
        private long level;
        private long seen = nanoTime.getAsLong();

        private Member() {}

        /** To be told of each read; returns the nanoseconds to wait before the next. */
        long read(int bytes) {
            var now = nanoTime.getAsLong();
            var drained = (long) ((now - seen) * ((double) STEADY / SECOND));
            seen = now;
            level = Math.min(Math.max(0, level - drained) + bytes, 2 * BURST);
            return level > BURST ? turn(this, bytes, now) : 0;
        }
    }
}

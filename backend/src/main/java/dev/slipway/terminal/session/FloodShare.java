package dev.slipway.terminal.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Rate limit that all flooding terminals share. A single flooding terminal runs as fast as its driver reads. Several
 * flooding terminals share one rate, so that processor time remains for users who type: neither the kernel nor an
 * engine can distinguish a keystroke from a flood. This object's monitor guards {@code turns} and {@code free}.
 */
final class FloodShare {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /**
     * A terminal floods while its output exceeds a constant rate of {@link #STEADY} bytes per second by more than this
     * many bytes. Listings and builds stay below this limit.
     */
    private static final long BURST = 256 * 1024;

    private static final long STEADY = 1024 * 1024;

    /** A terminal without output for this long no longer counts as flooding. */
    private static final long MEMORY = Duration.ofMillis(300).toNanos();

    private final long rate;
    private final LongSupplier nanoTime;

    @GuardedBy("this")
    private final Map<Member, Long> turns = new HashMap<>();

    @GuardedBy("this")
    private long free;

    /** @param rate bytes per second for all flooding terminals together */
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

    /** Share of a single terminal. Only the thread that reads the terminal's output uses it. */
    final class Member {
        private long level;
        private long seen = nanoTime.getAsLong();

        private Member() {}

        /** Counts a read and returns how many nanoseconds the thread must wait before the next read. */
        long read(int bytes) {
            var now = nanoTime.getAsLong();
            var drained = (long) ((now - seen) * ((double) STEADY / SECOND));
            seen = now;
            level = Math.min(Math.max(0, level - drained) + bytes, 2 * BURST);
            return level > BURST ? turn(this, bytes, now) : 0;
        }
    }
}

package dev.slipway.account.limit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A limit on failed attempts per key. Used-up attempts are given back evenly over the window. Locking: this object
 * guards the map of buckets; each bucket is thread-safe.
 */
final class AttemptLimit {
    /** Limits the memory that an attacker can fill with invented keys, at about 200 bytes for each key. */
    private static final int MAX_KEYS = 20_000;

    private final int attempts;
    private final Duration window;
    private final TimeMeter meter;

    @GuardedBy("this")
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_KEYS;
        }
    };

    AttemptLimit(int attempts, Duration window, Clock clock) {
        this.attempts = attempts;
        this.window = window;
        this.meter = new ClockMeter(clock);
    }

    /** Uses up one attempt and returns empty; if no attempt is left, returns how long to wait for the next one. */
    Optional<Duration> take(String key) {
        var probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Gives back one attempt, because the attempt did not fail. */
    void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    /** Gives back all attempts of a key. */
    synchronized void forget(String key) {
        buckets.remove(key);
    }

    private synchronized Bucket bucket(String key) {
        return buckets.computeIfAbsent(
                key,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, window))
                        .withCustomTimePrecision(meter)
                        .build());
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

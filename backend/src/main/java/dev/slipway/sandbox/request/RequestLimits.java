package dev.slipway.sandbox.request;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Limits how often one account may start sandboxes and reset nodes. A start or reset takes a second or more of the
 * host's processor time, so an account that repeats them in a loop would delay all others. Locking: this object's
 * monitor guards the maps of buckets; a bucket is thread-safe.
 */
@Component
final class RequestLimits {
    /**
     * Maximum number of accounts in each map; the account that was used least recently is dropped. Each account takes
     * some 200 bytes.
     */
    private static final int MOST_ACCOUNTS = 10_000;

    private final SandboxProperties properties;
    private final TimeMeter meter;

    @GuardedBy("this")
    private final Map<AccountId, Bucket> starts = new LatestAccounts();

    @GuardedBy("this")
    private final Map<AccountId, Bucket> resets = new LatestAccounts();

    RequestLimits(SandboxProperties properties, Clock clock) {
        this.properties = properties;
        this.meter = new ClockMeter(clock);
    }

    /** @throws UserFacingException if the account must wait; the exception's text contains the waiting time */
    void takeStart(AccountId account) {
        take(starts(account), SandboxError.TOO_MANY_STARTS);
    }

    /** @throws UserFacingException if the account must wait; the exception's text contains the waiting time */
    void takeReset(AccountId account) {
        take(resets(account), SandboxError.TOO_MANY_RESETS);
    }

    private synchronized Bucket starts(AccountId account) {
        return bucket(starts, account, properties.starts());
    }

    private synchronized Bucket resets(AccountId account) {
        return bucket(resets, account, properties.resets());
    }

    private static void take(Bucket bucket, SandboxError error) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999);
            throw new UserFacingException(error, Math.max(1, wait.toSeconds()));
        }
    }

    @GuardedBy("this")
    private Bucket bucket(Map<AccountId, Bucket> buckets, AccountId account, int capacity) {
        return buckets.computeIfAbsent(
                account,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, properties.limitWindow()))
                        .withCustomTimePrecision(meter)
                        .build());
    }

    private static final class LatestAccounts extends LinkedHashMap<AccountId, Bucket> {
        LatestAccounts() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Bucket> eldest) {
            return size() > MOST_ACCOUNTS;
        }
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

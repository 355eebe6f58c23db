package dev.slipway.check.gather;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops requests to an engine whose responses are larger than the limits allow: for five seconds after the first such
 * response, then for twice as long each time, at most for one minute, until a wave has no such response. Used by one
 * thread at a time.
 */
final class Restraint {
    private static final Logger LOG = LoggerFactory.getLogger(Restraint.class);
    private static final Duration FIRST = Duration.ofSeconds(5);
    /**
     * Maximum pause. A learner who has repaired an engine waits at most this long for the next request to the engine.
     */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final SandboxId sandbox;
    private final NodeName node;
    private Duration pause = Duration.ZERO;
    private long since;
    private @Nullable LookupException reason;

    Restraint(SandboxId sandbox, NodeName node) {
        this.sandbox = sandbox;
        this.node = node;
    }

    /** Returns why no request may be sent to the engine now; empty if requests may be sent. */
    Optional<LookupException> now() {
        return System.nanoTime() - since < pause.toNanos() ? Optional.ofNullable(reason) : Optional.empty();
    }

    /**
     * Starts or doubles the pause. Logs only the first response that is too large, until all responses of a wave can be
     * read again.
     */
    void exceeded(LookupException excess) {
        if (pause.isZero()) {
            LOG.warn(
                    "engine answers more than can be read sandbox={} node={} bound=\"{}\"",
                    sandbox,
                    node,
                    String.valueOf(excess.getCause()));
        }
        var longer = pause.isZero() ? FIRST : pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
        since = System.nanoTime();
        reason = excess;
    }

    /** Ends the pauses after a wave in which all responses could be read. */
    void wasWell() {
        pause = Duration.ZERO;
        reason = null;
    }
}

package dev.slipway.check.gather;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the platform from asking an engine that answers more than can be read: for five seconds after the first such
 * answer, then for twice as long each time, until one can be read. For one thread at a time.
 */
final class Restraint {
    private static final Logger LOG = LoggerFactory.getLogger(Restraint.class);
    private static final Duration FIRST = Duration.ofSeconds(5);
    /** A learner who has repaired an engine waits no longer than this for a verdict. */
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

    /** Why the engine is not asked now; empty if it is. */
    Optional<LookupException> now() {
        return System.nanoTime() - since < pause.toNanos() ? Optional.ofNullable(reason) : Optional.empty();
    }

    /** The engine has answered more than can be read. Logged once until it answers well again. */
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

    /** All that the engine was asked could be read. */
    void wasWell() {
        pause = Duration.ZERO;
        reason = null;
    }
}

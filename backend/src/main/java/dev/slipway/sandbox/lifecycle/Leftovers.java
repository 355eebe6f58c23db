package dev.slipway.sandbox.lifecycle;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.SandboxAlarms;
import dev.slipway.shared.SandboxId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sandboxes whose objects the host engine fails to remove, each with the time of the next try. Kept in memory only:
 * after a restart of the platform, the {@code OrphanSweeper} finds these sandboxes again. Locking: every method holds
 * this object's monitor.
 */
@Component
public final class Leftovers implements SandboxAlarms {
    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    /**
     * Number of failures that cause an alarm. A removal that exceeds its timeout may just be slow, so one failure is
     * not enough.
     */
    private static final int ALARMING = 2;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /**
     * Longest time between two tries. Each removal that hangs occupies threads of the engine, so the time between tries
     * grows up to this limit. After a restart of the engine, the next try follows within this time.
     */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final Clock clock;

    @GuardedBy("this")
    private final Map<SandboxId, Leftover> leftovers = new HashMap<>();

    private record Leftover(Alarm alarm, Instant nextTry) {}

    Leftovers(Clock clock) {
        this.clock = clock;
    }

    /** Counts a failed removal; returns the number of failures. */
    public synchronized int failed(SandboxId sandbox, EngineException cause) {
        var before = leftovers.get(sandbox);
        var failures = before == null ? 1 : before.alarm().failures() + 1;
        var now = clock.instant();
        var since = before == null ? now : before.alarm().since();
        var alarm = new Alarm(sandbox, since, failures, String.valueOf(cause.getMessage()));
        leftovers.put(sandbox, new Leftover(alarm, now.plus(pause(failures))));
        if (failures == ALARMING) {
            log.error("sandbox cannot be removed from the engine sandbox={} cause={}", sandbox, cause.getMessage());
        } else {
            log.info("sandbox not yet removed sandbox={} failures={}", sandbox, failures);
        }
        return failures;
    }

    public synchronized void removed(SandboxId sandbox) {
        var leftover = leftovers.remove(sandbox);
        if (leftover != null && leftover.alarm().failures() >= ALARMING) {
            log.info("sandbox removed after earlier failures sandbox={}", sandbox);
        }
    }

    public synchronized boolean isDue(SandboxId sandbox) {
        var leftover = leftovers.get(sandbox);
        return leftover == null || !leftover.nextTry().isAfter(clock.instant());
    }

    /**
     * Forgets all sandboxes except these. The others have no objects left, regardless of how the objects were removed.
     */
    public synchronized void keepOnly(Set<SandboxId> left) {
        leftovers.keySet().retainAll(left);
    }

    @Override
    public synchronized List<Alarm> current() {
        return leftovers.values().stream()
                .map(Leftover::alarm)
                .filter(alarm -> alarm.failures() >= ALARMING)
                .sorted(Comparator.comparing(Alarm::since))
                .toList();
    }

    private static Duration pause(int failures) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}

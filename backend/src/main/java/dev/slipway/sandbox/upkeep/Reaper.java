package dev.slipway.sandbox.upkeep;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.lifecycle.Ender;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.persistence.SandboxStore;
import dev.slipway.shared.SandboxId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends sandboxes whose lease has expired, also frozen ones, and announces the end beforehand. Locking: this object's
 * monitor admits one run at a time.
 */
@Component
final class Reaper {
    private static final Logger log = LoggerFactory.getLogger(Reaper.class);
    private static final Set<Phase> LEASED = EnumSet.of(Phase.READY, Phase.FROZEN, Phase.THAWING);

    /**
     * Times before the end of a lease at which the end is announced. Ten minutes are enough to finish a task, and two
     * minutes to save files.
     */
    private static final List<Duration> ANNOUNCED_BEFORE = List.of(Duration.ofMinutes(10), Duration.ofMinutes(2));

    private final SandboxEntities rows;
    private final SandboxStore store;
    private final Ender ender;
    private final Clock clock;

    @GuardedBy("this")
    private Instant announcedUntil;

    Reaper(SandboxEntities rows, SandboxStore store, Ender ender, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.ender = ender;
        this.clock = clock;
        this.announcedUntil = clock.instant();
    }

    /**
     * Runs every ten seconds, so a sandbox ends at most ten seconds after the remaining time that the learner sees is
     * zero.
     */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    synchronized void reap() {
        var now = clock.instant();
        rows.findByLeaseEnd(LEASED, Instant.EPOCH, now).stream()
                .map(SandboxEntity::sandboxId)
                .forEach(this::end);
        ANNOUNCED_BEFORE.forEach(time -> announce(announcedUntil.plus(time), now.plus(time)));
        announcedUntil = now;
    }

    /** Ends a sandbox. A failure is retried at the next run and does not affect the other sandboxes. */
    private void end(SandboxId id) {
        try {
            log.info("lease expired sandbox={}", id);
            ender.end(id, EndReason.LEASE_EXPIRED);
        } catch (RuntimeException e) {
            log.error("sandbox not ended sandbox={}", id, e);
        }
    }

    /** Publishes the current state of the sandboxes whose leases end between these two times. */
    private void announce(Instant from, Instant to) {
        rows.findByLeaseEnd(LEASED, from, to).stream()
                .map(SandboxEntity::sandboxId)
                .forEach(store::announce);
    }
}

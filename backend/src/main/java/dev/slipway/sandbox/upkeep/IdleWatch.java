package dev.slipway.sandbox.upkeep;

import dev.slipway.sandbox.lifecycle.ActivityTimes;
import dev.slipway.sandbox.lifecycle.Freezer;
import dev.slipway.sandbox.lifecycle.SandboxWorkers;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.persistence.SandboxStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Freezes sandboxes without activity, and regularly stores the time of the last activity. */
@Component
final class IdleWatch {
    private static final Logger log = LoggerFactory.getLogger(IdleWatch.class);

    /**
     * Interval at which the time of the last activity is stored. After a restart, the platform does not know the
     * activity since the time was last stored.
     */
    private static final Duration STORED_EVERY = Duration.ofMinutes(1);

    private final SandboxEntities rows;
    private final SandboxStore store;
    private final ActivityTimes activity;
    private final Freezer freezer;
    private final SandboxWorkers workers;
    private final Clock clock;

    IdleWatch(
            SandboxEntities rows,
            SandboxStore store,
            ActivityTimes activity,
            Freezer freezer,
            SandboxWorkers workers,
            Clock clock) {
        this.rows = rows;
        this.store = store;
        this.activity = activity;
        this.freezer = freezer;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Checks all usable sandboxes every five seconds, which is often enough because the shortest idle time is a minute.
     */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void look() {
        var now = clock.instant();
        var usable = rows.findByPhases(Set.of(Phase.READY, Phase.FROZEN, Phase.THAWING));
        usable.forEach(row -> {
            try {
                look(row, now);
            } catch (RuntimeException e) {
                log.error("idle time could not be checked sandbox={}", row.sandboxId(), e);
            }
        });
        activity.keepOnly(usable.stream().map(SandboxEntity::sandboxId).collect(Collectors.toSet()));
    }

    private void look(SandboxEntity row, Instant now) {
        var id = row.sandboxId();
        var last = activity.last(id);
        if (row.isIdle(last, now) && !workers.isBusy(id)) {
            freezer.freeze(id);
        } else if (row.lastActive(Instant.EPOCH).plus(STORED_EVERY).isBefore(last)) {
            store.note(id, stored -> stored.sawActivity(last));
        }
    }
}

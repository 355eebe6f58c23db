package dev.slipway.sandbox.lifecycle;

import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.persistence.SandboxRow;
import dev.slipway.sandbox.persistence.SandboxRows;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends sandboxes whose lease has run out. */
@Component
final class Reaper {
    private static final Logger log = LoggerFactory.getLogger(Reaper.class);

    private final SandboxRows rows;
    private final Ender ender;
    private final Clock clock;

    Reaper(SandboxRows rows, Ender ender, Clock clock) {
        this.rows = rows;
        this.ender = ender;
        this.clock = clock;
    }

    /** Every ten seconds: a learner's clock shows zero for no longer than that. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void reap() {
        rows.findExpired(clock.instant()).stream().map(SandboxRow::sandboxId).forEach(id -> {
            log.info("lease expired sandbox={}", id);
            ender.end(id, EndReason.LEASE_EXPIRED);
        });
    }
}

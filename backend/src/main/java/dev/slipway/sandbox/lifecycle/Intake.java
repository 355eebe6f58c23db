package dev.slipway.sandbox.lifecycle;

import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Stores a requested sandbox and assigns it the attached machines that it needs. Joins the caller's transaction. */
@Component
class Intake {
    private final SandboxEntities rows;
    private final SandboxIds ids;
    private final AttachLeases leases;
    private final Clock clock;

    Intake(SandboxEntities rows, SandboxIds ids, AttachLeases leases, Clock clock) {
        this.rows = rows;
        this.ids = ids;
        this.leases = leases;
        this.clock = clock;
    }

    /** @throws dev.slipway.shared.UserFacingException if an attached machine is not available */
    SandboxEntity store(SandboxRequest request) {
        var targets = leases.find(request);
        var row = rows.saveAndFlush(new SandboxEntity(ids.next(), request, targets, clock.instant()));
        leases.lend(row, targets);
        return row;
    }
}

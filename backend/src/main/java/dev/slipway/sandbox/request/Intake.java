package dev.slipway.sandbox.request;

import dev.slipway.platform.AfterCommit;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Accepts or refuses requests for sandboxes. Stores the sandbox of an accepted request and assigns the attached
 * machines that the sandbox needs. Joins the caller's transaction; the sandbox is admitted after the commit.
 */
@Component
final class Intake {
    private final SandboxEntities rows;
    private final SandboxProperties properties;
    private final RequestLimits limits;
    private final AttachLeases leases;
    private final Admission admission;
    private final Clock clock;
    private final RandomGenerator random;

    Intake(
            SandboxEntities rows,
            SandboxProperties properties,
            RequestLimits limits,
            AttachLeases leases,
            Admission admission,
            Clock clock,
            RandomGenerator random) {
        this.rows = rows;
        this.properties = properties;
        this.limits = limits;
        this.leases = leases;
        this.admission = admission;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Returns the open sandbox of the attempt. If there is none, stores a new sandbox and returns it.
     *
     * @throws UserFacingException if the owner has too many sandboxes or must wait before the next start, or if an
     *     attached machine is not available
     */
    SandboxEntity accept(SandboxRequest request) {
        return rows.findOpenByAttempt(request.attempt().value()).orElseGet(() -> acceptNew(request));
    }

    private SandboxEntity acceptNew(SandboxRequest request) {
        if (rows.countOpenByOwner(request.owner().value()) >= properties.maxPerOwner()) {
            throw new UserFacingException(SandboxError.SANDBOX_LIMIT_REACHED, properties.maxPerOwner());
        }
        limits.takeStart(request.owner());
        var targets = leases.find(request);
        var row = rows.saveAndFlush(new SandboxEntity(SandboxId.random(random), request, targets, clock.instant()));
        leases.lend(row, targets);
        AfterCommit.start("admission-" + row.sandboxId(), admission::admit);
        return row;
    }
}

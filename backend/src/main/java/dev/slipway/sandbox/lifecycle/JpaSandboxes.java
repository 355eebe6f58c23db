package dev.slipway.sandbox.lifecycle;

import dev.slipway.sandbox.OpenSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxSummary;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.attach.AttachedMachines;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sandboxes in the database. Requests join the caller's transaction; the work starts after its commit. */
@Service
class JpaSandboxes implements Sandboxes {
    private static final Logger log = LoggerFactory.getLogger(JpaSandboxes.class);
    private static final Set<Phase> RUNNING =
            Stream.of(Phase.values()).filter(Phase::takesAPlace).collect(Collectors.toUnmodifiableSet());
    private static final Set<Phase> OPEN =
            Stream.concat(RUNNING.stream(), Stream.of(Phase.REQUESTED)).collect(Collectors.toUnmodifiableSet());

    private final SandboxEntities rows;
    private final SandboxStore store;
    private final Intake intake;
    private final SandboxProperties properties;
    private final WorkLimits limits;
    private final AttachedMachines attached;
    private final SandboxDispatcher orders;
    private final ApplicationEventPublisher events;

    JpaSandboxes(
            SandboxEntities rows,
            SandboxStore store,
            Intake intake,
            SandboxProperties properties,
            WorkLimits limits,
            AttachedMachines attached,
            SandboxDispatcher orders,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.store = store;
        this.intake = intake;
        this.properties = properties;
        this.limits = limits;
        this.attached = attached;
        this.orders = orders;
        this.events = events;
    }

    @Override
    @Transactional
    public Sandbox request(SandboxRequest request) {
        var open = rows.findOpenByAttempt(request.attempt().value());
        if (open.isPresent()) {
            return store.toSandbox(open.get());
        }
        if (rows.countOpenByOwner(request.owner().value()) >= properties.maxPerOwner()) {
            throw new UserFacingException(SandboxError.SANDBOX_LIMIT_REACHED, properties.maxPerOwner());
        }
        limits.takeStart(request.owner());
        var row = intake.store(request);
        events.publishEvent(new SandboxRequested(row.sandboxId()));
        return store.toSandbox(row);
    }

    @Override
    public Optional<Sandbox> find(SandboxId id) {
        return store.find(id);
    }

    @Override
    public Optional<Sandbox> findLatest(AttemptId attempt) {
        return rows.findLatestByAttempt(attempt.value()).map(store::toSandbox);
    }

    @Override
    public List<Sandbox> findAll(AttemptId attempt) {
        return store.toSandboxes(rows.findByAttempt(attempt.value()));
    }

    @Override
    public List<Sandbox> open() {
        return store.toSandboxes(rows.findByPhases(OPEN));
    }

    @Override
    public OpenSandboxes open(Pageable page) {
        var found = rows.findByPhases(OPEN, page);
        return new OpenSandboxes(
                new SliceImpl<>(store.toSandboxes(found.getContent()), page, found.hasNext()),
                rows.countByPhases(RUNNING),
                rows.countByPhases(Set.of(Phase.REQUESTED)));
    }

    @Override
    public List<SandboxSummary> summaries(Collection<SandboxId> ids) {
        return store.summaries(ids);
    }

    @Override
    public void active(SandboxId id) {
        orders.active(id);
    }

    @Override
    public void awaken(SandboxId id) {
        orders.awaken(id);
    }

    @Override
    public Sandbox extend(SandboxId id, Duration by) {
        return store.change(id, row -> row.extend(by))
                .orElseThrow(() -> new UserFacingException(SandboxError.SANDBOX_NOT_READY));
    }

    @Override
    public void resetNode(SandboxId id, NodeName node) {
        var sandbox = find(id).orElseThrow(() -> new UserFacingException(SandboxError.SANDBOX_NOT_FOUND));
        if (!sandbox.has(node)) {
            throw new UserFacingException(SandboxError.NODE_NOT_FOUND, node);
        }
        if (!sandbox.state().isUsable()) {
            throw new UserFacingException(SandboxError.SANDBOX_NOT_READY);
        }
        if (sandbox.attachTarget(node)
                .filter(target -> !attached.canReset(target))
                .isPresent()) {
            throw new UserFacingException(SandboxError.NODE_CANNOT_BE_RESET, node);
        }
        limits.takeReset(sandbox.owner());
        orders.awaken(id);
        if (!orders.replace(id, node)) {
            // Either the same reset is in progress, or the sandbox has ended meanwhile.
            log.info("node not reset because it is being reset or its sandbox has ended sandbox={} node={}", id, node);
        }
    }

    @Override
    public boolean isBeingRecreated(SandboxId id, NodeName node) {
        return orders.isBeingRecreated(id, node);
    }

    @Override
    public void end(SandboxId id, EndReason reason) {
        orders.end(id, reason);
    }
}

package dev.slipway.sandbox.request;

import dev.slipway.sandbox.OpenSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxSummary;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.lifecycle.Ender;
import dev.slipway.sandbox.lifecycle.Freezer;
import dev.slipway.sandbox.lifecycle.NodeRecreator;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.persistence.SandboxStore;
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
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sandboxes in the database. Requests join the caller's transaction; the work starts after the commit of that
 * transaction.
 */
@Service
class JpaSandboxes implements Sandboxes {
    private static final Set<Phase> OPEN = Stream.concat(Phase.TAKING_A_PLACE.stream(), Stream.of(Phase.REQUESTED))
            .collect(Collectors.toUnmodifiableSet());

    private final SandboxEntities rows;
    private final SandboxStore store;
    private final Intake intake;
    private final NodeResets resets;
    private final NodeRecreator recreator;
    private final Freezer freezer;
    private final Ender ender;

    JpaSandboxes(
            SandboxEntities rows,
            SandboxStore store,
            Intake intake,
            NodeResets resets,
            NodeRecreator recreator,
            Freezer freezer,
            Ender ender) {
        this.rows = rows;
        this.store = store;
        this.intake = intake;
        this.resets = resets;
        this.recreator = recreator;
        this.freezer = freezer;
        this.ender = ender;
    }

    @Override
    @Transactional
    public Sandbox request(SandboxRequest request) {
        return store.toSandbox(intake.accept(request));
    }

    @Override
    public Optional<Sandbox> find(SandboxId id) {
        return store.find(id);
    }

    @Override
    public boolean isLive(SandboxId id) {
        return store.isIn(id, Phase.READY);
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
                rows.countByPhases(Phase.TAKING_A_PLACE),
                rows.countByPhases(Set.of(Phase.REQUESTED)));
    }

    @Override
    public List<SandboxSummary> summaries(Collection<SandboxId> ids) {
        return store.summaries(ids);
    }

    @Override
    public void active(SandboxId id) {
        freezer.active(id);
    }

    @Override
    public void awaken(SandboxId id) {
        freezer.awaken(id);
    }

    @Override
    public Sandbox extend(SandboxId id, Duration by) {
        return store.change(id, row -> row.extend(by))
                .orElseThrow(() -> new UserFacingException(SandboxError.SANDBOX_NOT_READY));
    }

    @Override
    public void resetNode(SandboxId id, NodeName node) {
        resets.reset(id, node);
    }

    @Override
    public boolean isBeingRecreated(SandboxId id, NodeName node) {
        return recreator.isRecreating(id, node);
    }

    @Override
    public void end(SandboxId id, EndReason reason) {
        ender.end(id, reason);
    }
}

package dev.slipway.sandbox;

import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;

/** Sandboxes with one ready sandbox that has one node. */
public final class OneReadySandbox implements Sandboxes {
    private volatile Sandbox sandbox;
    private boolean recreating;

    /** Creates a sandbox with a node that the platform created. */
    public OneReadySandbox(SandboxId id, NodeName node) {
        this(id, SandboxSamples.aMadeNode(node));
    }

    public OneReadySandbox(SandboxId id, SandboxNode node) {
        this.sandbox = new Sandbox(
                id,
                new AttemptId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                List.of(node),
                new SandboxState.Ready(),
                Instant.EPOCH,
                Optional.empty());
    }

    /** Lets all nodes count as being recreated. */
    public OneReadySandbox recreating() {
        recreating = true;
        return this;
    }

    /** Changes the sandbox's state and returns the event for the change. */
    public SandboxChanged become(SandboxState state) {
        return become(sandbox.id(), state);
    }

    /** Replaces the sandbox by another one in this state and returns the event for the change. */
    public SandboxChanged become(SandboxId id, SandboxState state) {
        sandbox = new Sandbox(
                id,
                sandbox.attempt(),
                sandbox.owner(),
                sandbox.nodes(),
                state,
                sandbox.requestedAt(),
                sandbox.leaseEnds());
        return new SandboxChanged(id, sandbox.attempt(), sandbox.owner(), 1);
    }

    @Override
    public Optional<Sandbox> find(SandboxId id) {
        return Optional.of(sandbox).filter(found -> found.id().equals(id));
    }

    @Override
    public boolean isLive(SandboxId id) {
        return find(id).filter(found -> found.state().isLive()).isPresent();
    }

    @Override
    public boolean isBeingRecreated(SandboxId id, NodeName node) {
        return recreating;
    }

    @Override
    public Sandbox request(SandboxRequest request) {
        return sandbox;
    }

    @Override
    public Optional<Sandbox> findLatest(AttemptId attempt) {
        return Optional.of(sandbox);
    }

    @Override
    public List<Sandbox> findAll(AttemptId attempt) {
        return List.of(sandbox);
    }

    @Override
    public List<Sandbox> open() {
        return List.of(sandbox);
    }

    @Override
    public OpenSandboxes open(Pageable page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SandboxSummary> summaries(Collection<SandboxId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void active(SandboxId id) {}

    @Override
    public void awaken(SandboxId id) {}

    @Override
    public Sandbox extend(SandboxId id, Duration by) {
        throw new UnsupportedOperationException("streams extend nothing");
    }

    @Override
    public void resetNode(SandboxId id, NodeName node) {
        throw new UnsupportedOperationException("streams reset nothing");
    }

    @Override
    public void end(SandboxId id, EndReason reason) {
        throw new UnsupportedOperationException("streams end nothing");
    }
}

package dev.slipway.api;

import dev.slipway.attempt.LabSamples;
import dev.slipway.sandbox.HostEngine;
import dev.slipway.sandbox.HostReport;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.OpenSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxAlarms;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.SandboxSamples;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxSummary;
import dev.slipway.sandbox.Sandboxes;
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
import org.springframework.data.domain.SliceImpl;
import org.springframework.util.unit.DataSize;

/** A host with one running sandbox, one limit and one alarm. */
final class FakeHost implements HostReport, SandboxAlarms, Sandboxes {
    private final Sandbox sandbox = new Sandbox(
            new SandboxId("abcd1234"),
            new AttemptId(UUID.randomUUID()),
            new AccountId(UUID.randomUUID()),
            List.of(SandboxSamples.aMadeNode(LabSamples.NODE)),
            new SandboxState.Ready(),
            Instant.parse("2030-01-01T08:00:00Z"),
            Optional.of(Instant.parse("2030-01-01T09:00:00Z")));

    private boolean reachable = true;

    void reachable(boolean now) {
        reachable = now;
    }

    @Override
    public List<Finding> findings() {
        return List.of(new Finding("ipvs", "IPVS", State.MISSING, "no", "The mesh stands in", "Load ip_vs"));
    }

    @Override
    public HostEngine engine() {
        if (!reachable) {
            throw new NodeException(NodeException.Reason.UNREACHABLE, "no such socket /run/secret.sock");
        }
        return new HostEngine(
                "26.1.5",
                "1.45",
                "overlay2",
                List.of(),
                new HostEngine.Host("6.12", "Debian", "2", 2, DataSize.ofGigabytes(4)));
    }

    @Override
    public List<Alarm> current() {
        return List.of(new Alarm(
                new SandboxId("wxyz6789"), Instant.parse("2030-01-01T07:00:00Z"), 3, "remove node: no answer in time"));
    }

    @Override
    public List<Sandbox> findAll(AttemptId attempt) {
        return List.of();
    }

    @Override
    public List<Sandbox> open() {
        return List.of(sandbox);
    }

    @Override
    public OpenSandboxes open(Pageable page) {
        return new OpenSandboxes(new SliceImpl<>(open()), 1, 0);
    }

    @Override
    public List<SandboxSummary> summaries(Collection<SandboxId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Sandbox> find(SandboxId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Sandbox> findLatest(AttemptId attempt) {
        return Optional.empty();
    }

    @Override
    public Sandbox request(SandboxRequest request) {
        return sandbox;
    }

    @Override
    public void active(SandboxId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void awaken(SandboxId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Sandbox extend(SandboxId id, Duration by) {
        return sandbox;
    }

    @Override
    public boolean isLive(SandboxId id) {
        return sandbox.state().isLive();
    }

    @Override
    public boolean isBeingRecreated(SandboxId id, NodeName node) {
        return false;
    }

    @Override
    public void resetNode(SandboxId id, NodeName node) {}

    @Override
    public void end(SandboxId id, SandboxState.EndReason reason) {}
}

package dev.slipway.sandbox.persistence;

import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Stage;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored sandbox. Its methods are the only ways from one state to another; each returns whether it applied. */
@Entity
@Table(name = "sandbox")
public class SandboxRow {
    private static final int MAX_FAILURE = 2000;

    @Id
    private String id;

    @Column(name = "attempt_id")
    private UUID attemptId;

    @Column(name = "open_attempt_id")
    private @Nullable UUID openAttemptId;

    @Column(name = "owner_id")
    private UUID ownerId;

    @Enumerated(EnumType.STRING)
    private Phase state;

    @Enumerated(EnumType.STRING)
    private @Nullable Stage stage;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private @Nullable EndReason endReason;

    private @Nullable String failure;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "ready_at")
    private @Nullable Instant readyAt;

    @Column(name = "lease_ends")
    private @Nullable Instant leaseEnds;

    @Column(name = "lease_seconds")
    private long leaseSeconds;

    private String plan;

    @Version
    private int version;

    /** The states as they are stored. */
    public enum Phase {
        REQUESTED,
        PROVISIONING,
        READY,
        ENDING,
        ENDED,
        FAILED
    }

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected SandboxRow() {}

    public SandboxRow(SandboxId id, SandboxRequest request, Instant now) {
        this.id = id.value();
        this.attemptId = request.attempt().value();
        this.openAttemptId = attemptId;
        this.ownerId = request.owner().value();
        this.state = Phase.REQUESTED;
        this.requestedAt = now;
        this.leaseSeconds = request.lease().toSeconds();
        this.plan = SandboxPlan.of(request).toJson();
    }

    /** From the queue, or again after a restart of the platform. */
    public boolean beginProvisioning() {
        if (state != Phase.REQUESTED && state != Phase.PROVISIONING) {
            return false;
        }
        state = Phase.PROVISIONING;
        stage = Stage.NETWORK;
        return true;
    }

    public boolean reach(Stage next) {
        if (state != Phase.PROVISIONING) {
            return false;
        }
        stage = next;
        return true;
    }

    public boolean becomeReady(Instant now) {
        if (state != Phase.PROVISIONING) {
            return false;
        }
        state = Phase.READY;
        stage = null;
        readyAt = now;
        leaseEnds = now.plusSeconds(leaseSeconds);
        return true;
    }

    public boolean extend(Duration by) {
        if (state != Phase.READY || leaseEnds == null) {
            return false;
        }
        leaseEnds = leaseEnds.plus(by);
        return true;
    }

    public boolean beginEnding(EndReason reason) {
        if (isOver() || state == Phase.ENDING) {
            return false;
        }
        state = Phase.ENDING;
        stage = null;
        endReason = reason;
        openAttemptId = null;
        return true;
    }

    public boolean end() {
        if (state != Phase.ENDING) {
            return false;
        }
        state = Phase.ENDED;
        return true;
    }

    public boolean fail(String cause) {
        if (isOver() || state == Phase.ENDING) {
            return false;
        }
        state = Phase.FAILED;
        stage = null;
        failure = cause.substring(0, Math.min(cause.length(), MAX_FAILURE));
        openAttemptId = null;
        return true;
    }

    public boolean isOver() {
        return state == Phase.ENDED || state == Phase.FAILED;
    }

    public SandboxId sandboxId() {
        return new SandboxId(id);
    }

    public Phase phase() {
        return state;
    }

    public SandboxPlan plan() {
        return SandboxPlan.fromJson(plan);
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /**
     * The sandbox as others see it.
     *
     * @param position in the queue, if it waits
     */
    public Sandbox toSandbox(int position) {
        return new Sandbox(
                sandboxId(),
                new AttemptId(attemptId),
                new AccountId(ownerId),
                plan().nodes().stream().map(SandboxPlan.Node::nodeName).toList(),
                toState(position),
                requestedAt,
                Optional.ofNullable(leaseEnds));
    }

    private SandboxState toState(int position) {
        return switch (state) {
            case REQUESTED -> new SandboxState.Requested(position);
            case PROVISIONING -> new SandboxState.Provisioning(Objects.requireNonNull(stage));
            case READY -> new SandboxState.Ready();
            case ENDING -> new SandboxState.Ending();
            case ENDED -> new SandboxState.Ended(Objects.requireNonNull(endReason));
            case FAILED -> new SandboxState.Failed(Objects.requireNonNull(failure));
        };
    }
}

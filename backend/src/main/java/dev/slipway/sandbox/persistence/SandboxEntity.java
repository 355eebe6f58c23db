package dev.slipway.sandbox.persistence;

import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.sandbox.SandboxNode;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Stage;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stored sandbox. Each method that changes it first checks its current state, and returns whether the change applied.
 */
@Entity
@Table(name = "sandbox")
public class SandboxEntity {
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

    @Column(name = "idle_seconds")
    private long idleSeconds;

    @Column(name = "active_at")
    private @Nullable Instant activeAt;

    @Column(name = "lease_seconds")
    private long leaseSeconds;

    private String plan;

    @Column(name = "broken_nodes")
    private @Nullable String brokenNodes;

    @Version
    private int version;

    /** States as they are stored. */
    public enum Phase {
        REQUESTED,
        PROVISIONING,
        READY,
        /** The nodes are paused or about to be paused. */
        FROZEN,
        /** The nodes are about to be unpaused; other components see the sandbox as frozen. */
        THAWING,
        ENDING,
        ENDED,
        FAILED;

        /** The states in which the learner can use the sandbox. */
        static final Set<Phase> USABLE = Set.of(READY, FROZEN, THAWING);

        /** The states in which a sandbox takes one of the host's places. */
        public static final Set<Phase> TAKING_A_PLACE =
                Stream.of(values()).filter(Phase::takesAPlace).collect(Collectors.toUnmodifiableSet());

        /** Returns whether a sandbox in this state takes one of the host's places. */
        public boolean takesAPlace() {
            return switch (this) {
                case PROVISIONING, READY, FROZEN, THAWING, ENDING -> true;
                case REQUESTED, ENDED, FAILED -> false;
            };
        }
    }

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected SandboxEntity() {}

    /** @param attachTargets names of the attach targets, by the nodes that use them */
    public SandboxEntity(SandboxId id, SandboxRequest request, Map<NodeName, String> attachTargets, Instant now) {
        this.id = id.value();
        this.attemptId = request.attempt().value();
        this.openAttemptId = attemptId;
        this.ownerId = request.owner().value();
        this.state = Phase.REQUESTED;
        this.requestedAt = now;
        this.leaseSeconds = request.lease().toSeconds();
        // An attached machine cannot be paused, so a sandbox with an attached machine is never frozen.
        this.idleSeconds = attachTargets.isEmpty() ? request.idle().toSeconds() : 0;
        this.plan = SandboxPlan.of(request, attachTargets).toJson();
    }

    /** Starts provisioning a sandbox that waits in the queue, or restarts provisioning that was interrupted. */
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
        activeAt = now;
        leaseEnds = now.plusSeconds(leaseSeconds);
        return true;
    }

    public boolean extend(Duration by) {
        if (!isUsable() || leaseEnds == null) {
            return false;
        }
        leaseEnds = leaseEnds.plus(by);
        return true;
    }

    /**
     * Returns whether the sandbox has been without activity long enough to be frozen.
     *
     * @param lastSeen time of the last activity that this run of the platform has seen; the stored time counts if it is
     *     later
     */
    public boolean isIdle(Instant lastSeen, Instant now) {
        return state == Phase.READY
                && idleSeconds > 0
                && !lastActive(lastSeen).plusSeconds(idleSeconds).isAfter(now);
    }

    /** Returns the stored time of the last activity or the given time, whichever is later. */
    public Instant lastActive(Instant lastSeen) {
        return activeAt == null || activeAt.isBefore(lastSeen) ? lastSeen : activeAt;
    }

    public boolean sawActivity(Instant at) {
        if (!isUsable()) {
            return false;
        }
        activeAt = lastActive(at);
        return true;
    }

    public boolean freeze(Instant lastSeen, Instant now) {
        if (!isIdle(lastSeen, now)) {
            return false;
        }
        state = Phase.FROZEN;
        activeAt = lastActive(lastSeen);
        return true;
    }

    /** Starts the thaw of a frozen sandbox, or restarts a thaw that was interrupted. */
    public boolean beginThaw() {
        if (state != Phase.FROZEN && state != Phase.THAWING) {
            return false;
        }
        state = Phase.THAWING;
        return true;
    }

    public boolean thaw(Instant now) {
        if (state != Phase.THAWING) {
            return false;
        }
        state = Phase.READY;
        activeAt = now;
        return true;
    }

    /**
     * Begins to end the sandbox. A sandbox that still waits in the queue has no objects on the engine, so it ends at
     * once.
     */
    public boolean beginEnding(EndReason reason) {
        if (isOver() || state == Phase.ENDING) {
            return false;
        }
        state = state == Phase.REQUESTED ? Phase.ENDED : Phase.ENDING;
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
        failure = shortened(cause);
        openAttemptId = null;
        return true;
    }

    /** Starts the reset of a node, unless a reset of this node is in progress. */
    public boolean beginReset(NodeName node) {
        var nodes = brokenNodes();
        if (!isUsable() || !plan().has(node) || NodeNotes.RESET_UNDER_WAY.equals(nodes.get(node.value()))) {
            return false;
        }
        nodes.put(node.value(), NodeNotes.RESET_UNDER_WAY);
        brokenNodes = NodeNotes.toJson(nodes);
        return true;
    }

    public boolean finishReset(NodeName node) {
        var nodes = brokenNodes();
        if (!isUsable() || nodes.remove(node.value()) == null) {
            return false;
        }
        brokenNodes = NodeNotes.toJson(nodes);
        return true;
    }

    /** Marks one node as broken; the other nodes stay usable. */
    public boolean breakNode(NodeName node, String cause) {
        if (!isUsable() || !plan().has(node)) {
            return false;
        }
        var nodes = brokenNodes();
        nodes.put(node.value(), cause.isBlank() ? "unknown" : shortened(cause));
        brokenNodes = NodeNotes.toJson(nodes);
        return true;
    }

    Map<String, String> brokenNodes() {
        return NodeNotes.fromJson(brokenNodes);
    }

    private Map<NodeName, String> causesOfBrokenNodes() {
        var causes = new HashMap<NodeName, String>();
        brokenNodes().forEach((node, cause) -> {
            if (!cause.equals(NodeNotes.RESET_UNDER_WAY)) {
                causes.put(new NodeName(node), cause);
            }
        });
        return causes;
    }

    private static String shortened(String cause) {
        return cause.substring(0, Math.min(cause.length(), MAX_FAILURE));
    }

    private boolean isUsable() {
        return Phase.USABLE.contains(state);
    }

    public boolean isOver() {
        return state == Phase.ENDED || state == Phase.FAILED;
    }

    public SandboxId sandboxId() {
        return new SandboxId(id);
    }

    /** Returns the event to publish after a change. */
    public SandboxChanged changed() {
        return new SandboxChanged(sandboxId(), new AttemptId(attemptId), new AccountId(ownerId), version);
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
     * Returns a snapshot for other components.
     *
     * @param position place in the queue, if the sandbox waits
     */
    public Sandbox toSandbox(int position) {
        var stored = plan();
        var causes = causesOfBrokenNodes();
        return new Sandbox(
                sandboxId(),
                new AttemptId(attemptId),
                new AccountId(ownerId),
                stored.nodes().stream().map(node -> toNode(node, causes)).toList(),
                new StateColumns(state, stage, endReason, failure).toState(position),
                requestedAt,
                Optional.ofNullable(leaseEnds));
    }

    private static SandboxNode toNode(SandboxPlan.Node node, Map<NodeName, String> causes) {
        var name = node.nodeName();
        return new SandboxNode(name, node.attachTarget(), Optional.ofNullable(causes.get(name)));
    }
}

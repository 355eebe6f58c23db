package dev.slipway.sandbox;

import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;

/**
 * All sandboxes. Each intention is committed before the engine is asked, so a platform that was killed resumes where it
 * stopped. Callers must have checked that the acting account has the permission.
 */
public interface Sandboxes {

    /**
     * Requests a sandbox. The platform provisions it in the background, at once or when a place is free. A second
     * request for an attempt returns the sandbox that the attempt has, unless that one is ending or has ended. Joins
     * the caller's transaction.
     *
     * @throws dev.slipway.shared.UserFacingException if the owner has the maximum number of sandboxes, or has sent too
     *     many requests in the last minutes
     */
    Sandbox request(SandboxRequest request);

    /** Returns a sandbox, also one that has ended; empty if the id is unknown. */
    Optional<Sandbox> find(SandboxId id);

    /**
     * Returns whether the nodes of a sandbox can be reached now. Reads the stored state alone, so it is cheap enough to
     * be called for each connection to a node. False if the id is unknown.
     */
    boolean isLive(SandboxId id);

    /** Returns the open sandbox of an attempt, else the latest of those that are ending or have ended. */
    Optional<Sandbox> findLatest(AttemptId attempt);

    /** Returns all sandboxes that an attempt ever had, oldest first. */
    List<Sandbox> findAll(AttemptId attempt);

    /** Returns all sandboxes that have not ended, oldest first. */
    List<Sandbox> open();

    /** Returns a page of those that are not over, oldest first, for lists. */
    OpenSandboxes open(Pageable page);

    /** Returns the states of these sandboxes, in no order, without those that do not exist. */
    List<SandboxSummary> summaries(Collection<SandboxId> ids);

    /**
     * Records activity in a sandbox: it stays awake, or thaws in the background. Cheap enough to be called for each key
     * that a learner types.
     */
    void active(SandboxId id);

    /**
     * Does the same as {@link #active}, but returns only when the nodes of a frozen sandbox run again.
     *
     * @throws dev.slipway.shared.UserFacingException if the nodes do not resume
     */
    void awaken(SandboxId id);

    /** Extends the lease of a usable sandbox. */
    Sandbox extend(SandboxId id, Duration by);

    /**
     * Recreates one node in its first state, in the background. A frozen sandbox thaws first. If recreation fails, the
     * other nodes stay as they are, {@link Sandbox#brokenNodes} contains the cause, and the caller may try again.
     */
    void resetNode(SandboxId id, NodeName node);

    /** Returns whether a node is being recreated now, because its learner asked for it or because it had stopped. */
    boolean isBeingRecreated(SandboxId id, NodeName node);

    /**
     * Ends a sandbox in the background; does nothing if it has ended. Joins the caller's transaction: a transaction
     * that is rolled back ends nothing.
     */
    void end(SandboxId id, SandboxState.EndReason reason);
}

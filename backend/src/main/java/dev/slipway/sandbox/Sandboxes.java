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
 * All sandboxes. The platform commits each intention to the database before it calls the engine, so a platform that was
 * killed resumes its work at the next start. Callers must have checked that the acting account has the permission.
 */
public interface Sandboxes {

    /**
     * Requests a sandbox. The platform provisions it in the background, at once or when a place is free. If the attempt
     * already has a sandbox that is not ending and has not ended or failed, returns that sandbox. Joins the caller's
     * transaction.
     *
     * @throws dev.slipway.shared.UserFacingException if the owner has the maximum number of sandboxes, or has sent too
     *     many requests in the last minutes
     */
    Sandbox request(SandboxRequest request);

    /** Returns a sandbox, also one that has ended; empty if the id is unknown. */
    Optional<Sandbox> find(SandboxId id);

    /**
     * Returns whether the nodes of a sandbox can be reached now. This method reads only the stored state, so it is
     * cheap enough to be called for each connection to a node. Returns false if the id is unknown.
     */
    boolean isLive(SandboxId id);

    /**
     * Returns the sandbox of an attempt that is not ending and has not ended or failed. If there is none, returns the
     * attempt's latest sandbox; empty if the attempt never had a sandbox.
     */
    Optional<Sandbox> findLatest(AttemptId attempt);

    /** Returns all sandboxes that an attempt ever had, oldest first. */
    List<Sandbox> findAll(AttemptId attempt);

    /** Returns all sandboxes that have neither ended nor failed, oldest first. */
    List<Sandbox> open();

    /** Returns a page of the sandboxes that have neither ended nor failed, oldest first, for lists. */
    OpenSandboxes open(Pageable page);

    /**
     * Returns the summaries of these sandboxes, in no particular order. Ids of sandboxes that do not exist are ignored.
     */
    List<SandboxSummary> summaries(Collection<SandboxId> ids);

    /**
     * Records activity in a sandbox, so that a running sandbox is not frozen and a frozen sandbox thaws in the
     * background. This method is cheap enough to be called for each key that a learner types.
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

    /**
     * Returns whether a node is being recreated now, because the learner has reset the node or because it had stopped.
     */
    boolean isBeingRecreated(SandboxId id, NodeName node);

    /**
     * Ends a sandbox in the background; does nothing if it has ended. Joins the caller's transaction: if the
     * transaction is rolled back, the sandbox does not end.
     */
    void end(SandboxId id, SandboxState.EndReason reason);
}

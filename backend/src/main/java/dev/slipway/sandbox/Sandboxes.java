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
 * All sandboxes. What is intended is committed before the engine is asked, so a killed platform carries on where it
 * stopped. Callers have checked that the person acting may do so.
 */
public interface Sandboxes {

    /**
     * Asks for a sandbox; it is made in the background, at once or when a place is free. Asking again for the same
     * attempt gives the sandbox that the attempt has, unless that one is ending or over. Joins the caller's transaction.
     *
     * @throws dev.slipway.shared.UserFacingException if the owner has as many sandboxes as one may have, or has asked too
     *     often in the last minutes
     */
    Sandbox request(SandboxRequest request);

    Optional<Sandbox> find(SandboxId id);

    /** The sandbox that an attempt has, else the latest of those that are ending or over. */
    Optional<Sandbox> findLatest(AttemptId attempt);

    /** All sandboxes that an attempt ever had, oldest first. */
    List<Sandbox> findAll(AttemptId attempt);

    /** All that are not over, oldest first. */
    List<Sandbox> open();

    /** Returns a page of those that are not over, oldest first, for lists. */
    OpenSandboxes open(Pageable page);

    /** Returns the states of these sandboxes, in no order, without those that do not exist. */
    List<SandboxSummary> summaries(Collection<SandboxId> ids);

    /**
     * Somebody is at work in a sandbox: it stays awake, or thaws in the background. Cheap enough to be called for each
     * key that is typed.
     */
    void active(SandboxId id);

    /**
     * As {@link #active}, but returns once the nodes of a frozen sandbox run again.
     *
     * @throws dev.slipway.shared.UserFacingException if they cannot be made to run
     */
    void awaken(SandboxId id);

    /** Lets a sandbox that can be used live longer. */
    Sandbox extend(SandboxId id, Duration by);

    /**
     * Recreates one node from its first state, in the background. A frozen sandbox thaws first. If it fails, the other
     * nodes stay as they are, {@link Sandbox#brokenNodes} says why, and it may be tried again.
     */
    void resetNode(SandboxId id, NodeName node);

    /** Whether a node is being recreated now, because its learner asked for it or because it had stopped. */
    boolean isBeingRecreated(SandboxId id, NodeName node);

    /**
     * Ends a sandbox, in the background; does nothing if it has ended. Joins the caller's transaction: a transaction that
     * is rolled back ends nothing.
     */
    void end(SandboxId id, SandboxState.EndReason reason);
}

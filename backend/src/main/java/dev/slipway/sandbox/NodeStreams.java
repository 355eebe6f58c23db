package dev.slipway.sandbox;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.Set;

/**
 * Opens streams into nodes. This is the only way in which the platform reaches a node: terminals, checks, previews and
 * files are built on it.
 */
public interface NodeStreams {

    /**
     * Opens a stream. Opening a shell or port counts as activity, as does each key typed into a shell.
     *
     * @throws NodeException if the node cannot be reached
     * @throws dev.slipway.shared.UserFacingException if the sandbox is not ready, or is frozen and the request does not
     *     thaw it, or if the request is for a shell or a port and the node is being recreated
     */
    NodeStream open(SandboxId sandbox, NodeName node, StreamRequest request);

    /** Runs a command to its end; output and error are cut at {@code outputLimit} bytes each. */
    CommandResult run(
            SandboxId sandbox, NodeName node, StreamRequest.Command command, Duration timeout, int outputLimit);

    /** Returns whether a node is being recreated; then streams into it end, and no new shells and ports open. */
    default boolean isBeingRecreated(SandboxId sandbox, NodeName node) {
        return false;
    }

    /**
     * Returns the numbers of the shells that run in a node, with or without a stream; empty where a shell ends with its
     * stream.
     */
    default Set<Integer> shells(SandboxId sandbox, NodeName node) {
        return Set.of();
    }

    /** Ends a shell that may have outlived its stream, with all processes in it. */
    default void endShell(SandboxId sandbox, NodeName node, int number) {}
}

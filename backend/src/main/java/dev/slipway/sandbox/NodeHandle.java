package dev.slipway.sandbox;

import java.time.Duration;
import java.util.Set;

/**
 * Access to one node. A handle reads the stored plan of its sandbox at most once; each later call reads at most the
 * sandbox's state. Thread-safe.
 *
 * <p>Methods that access the node throw {@link NodeException} if it cannot be reached, and {@link
 * dev.slipway.shared.UserFacingException} if it does not exist or its sandbox is not ready.
 */
public interface NodeHandle {

    /**
     * Opens a stream. Opening a shell or port counts as activity, as does each key typed into a shell.
     *
     * @throws NodeException if the node cannot be reached
     * @throws dev.slipway.shared.UserFacingException if the sandbox is not ready, or is frozen and the request does not
     *     thaw it, or if the request is for a shell or a port and the node is being recreated
     */
    NodeStream open(StreamRequest request);

    /** Runs a command and waits until it ends; output and error are cut at {@code outputLimit} bytes each. */
    CommandResult run(StreamRequest.Command command, Duration timeout, int outputLimit);

    /** Returns whether the node is being recreated; then streams into it end, and no new shells and ports open. */
    boolean isBeingRecreated();

    /**
     * Returns the numbers of the shells that run in the node, with or without a stream; empty where a shell ends with
     * its stream.
     */
    Set<Integer> shells();

    /** Ends a shell that may have outlived its stream, with all processes in it. */
    void endShell(int number);
}

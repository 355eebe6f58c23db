package dev.slipway.sandbox;

import java.time.Duration;
import java.util.Set;

/**
 * Access to one node. A handle reads the stored plan of its sandbox at most once; each later call reads at most the
 * sandbox's state. Thread-safe.
 *
 * <p>Methods that access the node throw {@link NodeException} if the node cannot be reached, and {@link
 * dev.slipway.shared.UserFacingException} if the node does not exist or its sandbox is not ready.
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

    /**
     * Returns whether the node is being recreated. Meanwhile streams into the node end, and the platform opens no new
     * shells and ports on it.
     */
    boolean isBeingRecreated();

    /**
     * Returns the numbers of the shells that run in the node, with or without a stream; empty if the node's shells end
     * with their streams, as those of attached machines do.
     */
    Set<Integer> shells();

    /** Ends a shell and all processes in it, also if the shell has outlived its stream. */
    void endShell(int number);
}

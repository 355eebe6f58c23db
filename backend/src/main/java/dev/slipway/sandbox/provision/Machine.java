package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.StreamRequest;
import java.time.Duration;

/**
 * Node of a sandbox that is being provisioned, before {@link dev.slipway.sandbox.NodeStreams} offers streams into it.
 */
sealed interface Machine extends FileTarget permits ContainerMachine, AttachedMachine {

    /** Number of bytes that are kept of each output of a command, from its beginning. A few lines explain a failure. */
    int OUTPUT_LIMIT = 4096;

    /**
     * Brings the machine into its first state, regardless of its current state.
     *
     * @throws ProvisioningException if that is not possible
     */
    void make();

    /**
     * Waits until the machine can be used.
     *
     * @throws ProvisioningException if the machine cannot be used before the timeout
     */
    void awaitReady(Duration timeout);

    CommandResult run(StreamRequest.Command command, Duration timeout);
}

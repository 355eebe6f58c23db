package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.StreamRequest;
import java.time.Duration;

/**
 * Node of a sandbox that is being provisioned, before {@link dev.slipway.sandbox.NodeStreams} offers streams into it.
 */
sealed interface Machine extends FileTarget permits ContainerMachine, AttachedMachine {

    /** The last lines of a failing command explain the failure; a learner does not read more. */
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
     * @throws ProvisioningException if it cannot be used in time
     */
    void awaitReady(Duration timeout);

    CommandResult run(StreamRequest.Command command, Duration timeout);
}

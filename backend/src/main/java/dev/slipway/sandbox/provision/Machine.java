package dev.slipway.sandbox.provision;

import dev.slipway.engine.CommandResult;
import dev.slipway.sandbox.StreamRequest;
import java.time.Duration;

/** A node while its sandbox is being made, when streams into it are not yet for others. */
sealed interface Machine extends FileTarget permits ContainerMachine, AttachedMachine {

    /** The last lines of a failing command explain it; a learner does not read more. */
    int OUTPUT_LIMIT = 4096;

    /**
     * Brings the machine into its first state, whatever is there.
     *
     * @throws ProvisioningException if it cannot be put into its first state
     */
    void make();

    /**
     * Waits until it can be used.
     *
     * @throws ProvisioningException if it cannot be used in time
     */
    void awaitReady(Duration timeout);

    CommandResult run(StreamRequest.Command command, Duration timeout);
}

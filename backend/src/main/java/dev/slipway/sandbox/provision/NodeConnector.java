package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import java.time.Duration;
import java.util.Set;

/**
 * Connects to one node in the way that its kind of machine requires. The caller has checked that the sandbox is ready.
 */
sealed interface NodeConnector permits AgentConnector, AttachConnector {

    NodeStream open(StreamRequest request);

    CommandResult run(StreamRequest.Command command, Duration timeout, int outputLimit);

    Set<Integer> shells();

    void endShell(int number);
}

package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.agent.AgentStreams;
import java.time.Duration;
import java.util.Set;

/** Connects to a node that is a container of the host engine, through the agent in the node. */
record AgentConnector(AgentStreams streams) implements NodeConnector {

    @Override
    public NodeStream open(StreamRequest request) {
        return streams.open(request);
    }

    @Override
    public CommandResult run(StreamRequest.Command command, Duration timeout, int outputLimit) {
        return streams.run(command, timeout, outputLimit);
    }

    @Override
    public Set<Integer> shells() {
        return streams.shells();
    }

    @Override
    public void endShell(int number) {
        streams.endShell(number);
    }
}

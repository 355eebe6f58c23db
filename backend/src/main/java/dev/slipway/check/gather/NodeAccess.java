package dev.slipway.check.gather;

import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;

/** Opens streams into one node. */
record NodeAccess(NodeStreams streams, SandboxId sandbox, NodeName node) {

    NodeStream engine() {
        return streams.open(sandbox, node, new StreamRequest.NodeEngine());
    }

    CommandResult run(Duration timeout, int outputLimit, String... command) {
        return streams.run(sandbox, node, StreamRequest.Command.of(command), timeout, outputLimit);
    }

    NodeStream port(int number) {
        return streams.open(sandbox, node, new StreamRequest.Probe(number));
    }
}

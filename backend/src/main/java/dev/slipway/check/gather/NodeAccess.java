package dev.slipway.check.gather;

import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeHandle;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;

/** Opens streams into one node and runs commands in it. */
record NodeAccess(NodeHandle handle, SandboxId sandbox, NodeName node) {

    NodeStream engine() {
        return handle.open(new StreamRequest.NodeEngine());
    }

    CommandResult run(Duration timeout, int outputLimit, String... command) {
        return handle.run(StreamRequest.Command.of(command), timeout, outputLimit);
    }

    NodeStream port(int number) {
        return handle.open(new StreamRequest.Probe(number));
    }
}

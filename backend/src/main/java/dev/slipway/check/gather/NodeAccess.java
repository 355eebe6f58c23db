package dev.slipway.check.gather;

import dev.slipway.engine.EngineStream;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;

/** Streams into one node. */
record NodeAccess(NodeStreams streams, SandboxId sandbox, NodeName node) {

    EngineStream engine() {
        return streams.open(sandbox, node, new StreamRequest.NodeEngine());
    }

    EngineStream port(int number) {
        return streams.open(sandbox, node, new StreamRequest.Probe(number));
    }
}

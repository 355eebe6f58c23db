package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.attach.AttachedMachines;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.Set;

/**
 * Connects to a node that is an attached machine, by the commands of its attach target. The shells of such a node end
 * with their streams.
 */
record AttachConnector(AttachedMachines machines, AttachedStreams open, SandboxId sandbox, String target)
        implements NodeConnector {

    @Override
    public NodeStream open(StreamRequest request) {
        return open.register(sandbox, machines.open(target, request));
    }

    @Override
    public CommandResult run(StreamRequest.Command command, Duration timeout, int outputLimit) {
        return machines.run(target, command, timeout, outputLimit);
    }

    @Override
    public Set<Integer> shells() {
        return Set.of();
    }

    @Override
    public void endShell(int number) {
        // The shell has ended with its stream.
    }
}

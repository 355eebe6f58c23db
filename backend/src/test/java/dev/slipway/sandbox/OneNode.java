package dev.slipway.sandbox;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.Set;

/** A node for tests to which the ids of all sandboxes and nodes lead. */
public interface OneNode extends NodeStreams, NodeHandle {

    @Override
    default NodeHandle node(SandboxId sandbox, NodeName node) {
        return this;
    }

    @Override
    default CommandResult run(StreamRequest.Command command, Duration timeout, int outputLimit) {
        throw new UnsupportedOperationException("no commands run in this node");
    }

    @Override
    default boolean isBeingRecreated() {
        return false;
    }

    @Override
    default Set<Integer> shells() {
        return Set.of();
    }

    @Override
    default void endShell(int number) {
        throw new UnsupportedOperationException("no shells run in this node");
    }
}

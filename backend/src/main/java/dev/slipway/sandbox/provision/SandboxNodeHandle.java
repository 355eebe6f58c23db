package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeHandle;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Access to a node of a stored sandbox. The kind of machine behind a node never changes, so the handle keeps the
 * connector that it has found at its first use. Thread-safe: if two threads both search for the connector, they find
 * the same.
 */
final class SandboxNodeHandle implements NodeHandle {
    private final Sandboxes sandboxes;
    private final SandboxId sandbox;
    private final NodeName node;
    private final Supplier<NodeConnector> search;
    private volatile @Nullable NodeConnector found;

    /** @param search reads the sandbox's plan; throws {@link UserFacingException} if there is no such node */
    SandboxNodeHandle(Sandboxes sandboxes, SandboxId sandbox, NodeName node, Supplier<NodeConnector> search) {
        this.sandboxes = sandboxes;
        this.sandbox = sandbox;
        this.node = node;
        this.search = search;
    }

    @Override
    public NodeStream open(StreamRequest request) {
        switch (request) {
            case StreamRequest.Shell _, StreamRequest.Port _ -> admitUser();
            case StreamRequest.Command _, StreamRequest.NodeEngine _, StreamRequest.Probe _ -> {}
        }
        return connector().open(request);
    }

    /**
     * Thaws the sandbox, and refuses nodes that are being recreated: a node that boots switches to its own root file
     * system, and a process that was started before the switch would stay in the old root file system.
     */
    private void admitUser() {
        sandboxes.awaken(sandbox);
        if (isBeingRecreated()) {
            throw new UserFacingException(SandboxError.NODE_BEING_RECREATED, node);
        }
    }

    @Override
    public CommandResult run(StreamRequest.Command command, Duration timeout, int outputLimit) {
        return connector().run(command, timeout, outputLimit);
    }

    @Override
    public boolean isBeingRecreated() {
        return sandboxes.isBeingRecreated(sandbox, node);
    }

    @Override
    public Set<Integer> shells() {
        return connector().shells();
    }

    @Override
    public void endShell(int number) {
        connector().endShell(number);
    }

    private NodeConnector connector() {
        var connector = found;
        if (connector == null) {
            connector = search.get();
            found = connector;
        }
        if (!sandboxes.isLive(sandbox)) {
            throw new UserFacingException(SandboxError.SANDBOX_NOT_READY);
        }
        return connector;
    }
}

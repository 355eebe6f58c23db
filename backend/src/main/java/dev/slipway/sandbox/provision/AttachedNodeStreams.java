package dev.slipway.sandbox.provision;

import dev.slipway.engine.CommandResult;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.support.EngineStreamView;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.attach.AttachedMachines;
import dev.slipway.shared.AfterCommit;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Streams into attached machines. The streams end with their sandbox, because the machine continues to run.
 * Thread-safe: a stream is registered before the state of its sandbox is checked, so that no stream outlives the
 * sandbox.
 */
@Component
final class AttachedNodeStreams implements NodeStreams {
    private final AttachedMachines machines;
    private final Sandboxes sandboxes;
    private final Map<SandboxId, Set<EngineStream>> open = new ConcurrentHashMap<>();

    AttachedNodeStreams(AttachedMachines machines, Sandboxes sandboxes) {
        this.machines = machines;
        this.sandboxes = sandboxes;
    }

    @Override
    public EngineStream open(SandboxId sandbox, NodeName node, StreamRequest request) {
        var stream = new NodeStream(machines.open(target(sandbox, node), request), sandbox);
        open.computeIfAbsent(sandbox, _ -> ConcurrentHashMap.newKeySet()).add(stream);
        try {
            target(sandbox, node);
        } catch (UserFacingException over) {
            stream.close();
            throw over;
        }
        return stream;
    }

    @Override
    public CommandResult run(
            SandboxId sandbox, NodeName node, StreamRequest.Command command, Duration timeout, int outputLimit) {
        return machines.run(target(sandbox, node), command, timeout, outputLimit);
    }

    @EventListener
    void on(SandboxChanged change) {
        AfterCommit.start("attach-end-" + change.sandbox(), () -> closeUnlessLive(change.sandbox()));
    }

    private void closeUnlessLive(SandboxId sandbox) {
        if (open.containsKey(sandbox)
                && sandboxes.find(sandbox).filter(now -> now.state().isLive()).isEmpty()) {
            Optional.ofNullable(open.remove(sandbox)).ifPresent(streams -> streams.forEach(EngineStream::close));
        }
    }

    private String target(SandboxId id, NodeName node) {
        var sandbox = sandboxes.find(id).orElseThrow(() -> new UserFacingException(SandboxError.SANDBOX_NOT_FOUND));
        if (!sandbox.state().isLive()) {
            throw new UserFacingException(SandboxError.SANDBOX_NOT_READY);
        }
        return sandbox.attachTarget(node).orElseThrow(() -> new UserFacingException(SandboxError.NODE_NOT_FOUND, node));
    }

    private void forget(SandboxId sandbox, EngineStream stream) {
        var streams = open.get(sandbox);
        if (streams != null) {
            streams.remove(stream);
        }
    }

    /** Stream that is removed from the register when its owner closes it. */
    private final class NodeStream extends EngineStreamView {
        private final SandboxId sandbox;

        NodeStream(EngineStream stream, SandboxId sandbox) {
            super(stream);
            this.sandbox = sandbox;
        }

        @Override
        public void close() {
            forget(sandbox, this);
            super.close();
        }
    }
}

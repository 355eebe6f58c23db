package dev.slipway.sandbox.provision;

import dev.slipway.platform.AfterCommit;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.NodeStreamView;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Open streams into attached machines. The platform closes them when their sandbox ends, because the machine itself
 * continues to run. Thread-safe: a stream is registered before the state of its sandbox is checked, so that no stream
 * outlives the sandbox.
 */
@Component
final class AttachedStreams {
    private final Sandboxes sandboxes;
    private final Map<SandboxId, Set<NodeStream>> open = new ConcurrentHashMap<>();

    AttachedStreams(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    /**
     * Registers a stream until its owner closes it.
     *
     * @return the stream to use instead of the argument
     * @throws UserFacingException if the sandbox has ended meanwhile; the stream is then closed
     */
    NodeStream register(SandboxId sandbox, NodeStream stream) {
        var registered = new RegisteredStream(stream, sandbox);
        open.computeIfAbsent(sandbox, _ -> ConcurrentHashMap.newKeySet()).add(registered);
        if (!sandboxes.isLive(sandbox)) {
            registered.close();
            throw new UserFacingException(SandboxError.SANDBOX_NOT_READY);
        }
        return registered;
    }

    @EventListener
    void on(SandboxChanged change) {
        AfterCommit.start("attach-end-" + change.sandbox(), () -> closeUnlessLive(change.sandbox()));
    }

    private void closeUnlessLive(SandboxId sandbox) {
        if (open.containsKey(sandbox) && !sandboxes.isLive(sandbox)) {
            Optional.ofNullable(open.remove(sandbox)).ifPresent(streams -> streams.forEach(NodeStream::close));
        }
    }

    private void forget(SandboxId sandbox, NodeStream stream) {
        var streams = open.get(sandbox);
        if (streams != null) {
            streams.remove(stream);
        }
    }

    /** Stream that is removed from the register when its owner closes it. */
    private final class RegisteredStream extends NodeStreamView {
        private final SandboxId sandbox;

        RegisteredStream(NodeStream stream, SandboxId sandbox) {
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

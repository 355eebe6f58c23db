package dev.slipway.terminal.session;

import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.TerminalKey;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reattaches shells when the platform starts: asks each node for shells that kept running and resumes reading all of
 * them. A shell whose output is not read blocks, and its output is not recorded. See decision 0005.
 */
@Component
class Reattachment {
    private static final Logger log = LoggerFactory.getLogger(Reattachment.class);

    /**
     * Maximum number of simultaneous requests. Each request starts a process in a node, at a time when learners
     * reconnect too.
     */
    private static final int AT_ONCE = 4;

    private final Sandboxes sandboxes;
    private final NodeStreams streams;
    private final Sessions sessions;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Reattachment(Sandboxes sandboxes, NodeStreams streams, Sessions sessions) {
        this.sandboxes = sandboxes;
        this.streams = streams;
        this.sessions = sessions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        sandboxes.open().stream()
                .filter(sandbox -> sandbox.state().isLive())
                .forEach(sandbox -> sandbox.nodeNames()
                        .forEach(node -> Thread.ofVirtual()
                                .name("terminal-reattach-" + sandbox.id() + "-" + node)
                                .start(() -> reattach(sandbox, node))));
    }

    private void reattach(Sandbox sandbox, NodeName node) {
        places.acquireUninterruptibly();
        try {
            var numbers = streams.node(sandbox.id(), node).shells();
            numbers.forEach(number -> sessions.resume(new TerminalKey(sandbox.id(), node, number)));
            if (!numbers.isEmpty()) {
                log.info("shells reattached sandbox={} node={} numbers={}", sandbox.id(), node, numbers);
            }
        } catch (NodeException | UserFacingException unreachable) {
            log.warn("shells not reattached sandbox={} node={} cause={}", sandbox.id(), node, unreachable.getMessage());
        } finally {
            places.release();
        }
    }
}

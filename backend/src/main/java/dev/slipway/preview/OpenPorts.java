package dev.slipway.preview;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.util.List;

/**
 * Open ports of learners' containers, as the nodes report them. Callers must first check that the account may see them.
 */
public interface OpenPorts {

    /**
     * Watches the ports of a sandbox's nodes until the caller closes the subscription. Publishes each change as {@link
     * PortsChanged}.
     */
    Following follow(SandboxId sandbox, List<NodeName> nodes);

    /** Returns the ports that are known now, in order; empty for a sandbox that is not watched. */
    List<OpenPort> of(SandboxId sandbox);

    /** Subscription to the ports of a sandbox. Any thread may close it, also repeatedly. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}

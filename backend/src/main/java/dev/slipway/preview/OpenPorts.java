package dev.slipway.preview;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.util.List;

/** Which ports learners' containers open, as their nodes say. Callers have checked that the person may know. */
public interface OpenPorts {

    /** Follows a sandbox's nodes until closed, and announces each change with {@link PortsChanged}. */
    Following follow(SandboxId sandbox, List<NodeName> nodes);

    /** The ports that are known now, in order; empty for a sandbox without a follower. */
    List<OpenPort> of(SandboxId sandbox);

    /** A subscription to the ports of a sandbox. Any thread may close it, also repeatedly. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}

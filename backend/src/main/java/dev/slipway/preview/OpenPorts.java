package dev.slipway.preview;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.util.List;

/** Which ports learners' containers open, as their nodes say. Callers have checked that the person may know. */
public interface OpenPorts {

    /** Follows a sandbox's nodes until closed, and announces each change with {@link PortsChanged}. */
    Following follow(SandboxId sandbox, List<NodeName> nodes);

    /** The ports that are known now, in order; none of a sandbox that nobody follows. */
    List<OpenPort> of(SandboxId sandbox);

    /** Somebody's wish to know; any thread may close it, and more than once. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}

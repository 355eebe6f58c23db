package dev.slipway.preview;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;

/** What a preview shows: a TCP port of a node, from 1 to 65535. */
public record PreviewTarget(SandboxId sandbox, NodeName node, int port) {
    private static final int LAST_PORT = 65535;

    public PreviewTarget {
        if (!isPort(port)) {
            throw new IllegalArgumentException("a port is 1 to 65535: " + port);
        }
    }

    /** Whether there is such a port. */
    public static boolean isPort(int number) {
        return number >= 1 && number <= LAST_PORT;
    }
}

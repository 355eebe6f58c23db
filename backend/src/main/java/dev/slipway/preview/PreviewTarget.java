package dev.slipway.preview;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;

/** Target of a preview: a TCP port of a node, from 1 to 65535. */
public record PreviewTarget(SandboxId sandbox, NodeName node, int port) {
    private static final int LAST_PORT = 65535;

    public PreviewTarget {
        if (!isPort(port)) {
            throw new IllegalArgumentException("a port is 1 to 65535: " + port);
        }
    }

    /** Returns whether a number is a valid port. */
    public static boolean isPort(int number) {
        return number >= 1 && number <= LAST_PORT;
    }
}

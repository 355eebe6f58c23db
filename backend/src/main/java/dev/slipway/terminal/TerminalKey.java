package dev.slipway.terminal;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;

/** Names one terminal session: the {@code number}-th shell (from 1) of a node. */
public record TerminalKey(SandboxId sandbox, NodeName node, int number) {
    /** More shells in one node than anybody keeps an eye on. */
    private static final int MAX_SHELLS = 8;

    public TerminalKey {
        if (number < 1 || number > MAX_SHELLS) {
            throw new IllegalArgumentException("a node has 1 to 8 terminals");
        }
    }
}

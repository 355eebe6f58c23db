package dev.slipway.terminal;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;

/** Key of a terminal session: the shell with this {@code number}, counted from 1, in a node. */
public record TerminalKey(SandboxId sandbox, NodeName node, int number) {
    /** Maximum number of shells in a node: more than a learner can watch. */
    private static final int MAX_SHELLS = 8;

    public TerminalKey {
        if (number < 1 || number > MAX_SHELLS) {
            throw new IllegalArgumentException("a node has 1 to 8 terminals");
        }
    }
}

package dev.slipway.terminal.session;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.TerminalKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Nodes whose shells were lost. A node that is being recreated loses them before anybody says that it was recreated, and
 * what is opened in between is on the new one. Safe for all threads.
 */
final class LostNodes {
    private final Set<Lost> places = ConcurrentHashMap.newKeySet();

    private record Lost(SandboxId sandbox, NodeName node) {}

    void add(TerminalKey terminal) {
        places.add(new Lost(terminal.sandbox(), terminal.node()));
    }

    boolean contains(TerminalKey terminal) {
        return places.contains(new Lost(terminal.sandbox(), terminal.node()));
    }

    void remove(SandboxId sandbox, NodeName node) {
        places.remove(new Lost(sandbox, node));
    }

    void remove(SandboxId sandbox) {
        places.removeIf(place -> place.sandbox().equals(sandbox));
    }
}

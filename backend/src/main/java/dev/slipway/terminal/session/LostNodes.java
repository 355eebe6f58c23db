package dev.slipway.terminal.session;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.TerminalKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Nodes that have lost their shells, perhaps because the platform is recreating them. A recreated node loses its shells
 * before the event {@code NodeReplaced} arrives. A terminal that is opened between the loss and the event already runs
 * on the new node, so the event must not end this terminal. Thread-safe.
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

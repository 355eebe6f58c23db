package dev.slipway.ui.workspace;

import dev.slipway.shared.NodeName;
import dev.slipway.ui.component.Question;
import dev.slipway.ui.component.TabPanes;
import dev.slipway.ui.component.terminal.ConnectionState;
import dev.slipway.ui.component.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The terminals of a sandbox as tabs: one for each node, and more if the learner opens them. */
final class TerminalTabs {
    /** The most shells of one node that the platform keeps. */
    private static final int MAX_SHELLS = 8;

    private static final Pattern TAB = Pattern.compile("terminal-(.+)-([1-8])");

    private final AttemptActions session;
    private final List<NodeName> nodes;
    private final TabPanes panes;
    private final Map<Key, Shell> shells = new LinkedHashMap<>();
    private boolean frozen;

    private record Key(NodeName node, int number) {
        String tab() {
            return "terminal-" + node + "-" + number;
        }

        String title() {
            return number == 1 ? node.value() : node + " · " + number;
        }
    }

    private static final class Shell {
        private final Terminal terminal;
        private boolean ended;

        Shell(Terminal terminal) {
            this.terminal = terminal;
            terminal.addConnectionStateListener(event -> ended = event.state() == ConnectionState.ENDED);
        }
    }

    TerminalTabs(AttemptActions session, List<NodeName> nodes, TabPanes panes) {
        this.session = session;
        this.nodes = List.copyOf(nodes);
        this.panes = panes;
        panes.onWanted(this::openAnother);
        panes.onCloseWanted(tab -> find(tab).ifPresent(this::askClose));
        panes.onRemembered(this::restore);
        nodes.forEach(node -> open(new Key(node, 1)));
        offer();
    }

    /** Brings a node's first terminal to the front, and reopens it if it was closed. */
    void choose(NodeName node) {
        var first = new Key(node, 1);
        if (nodes.contains(node)) {
            open(first);
            offer();
            panes.select(first.tab());
        }
    }

    /** Sets whether the terminals show that their machines are frozen. */
    void frozen(boolean frozen) {
        this.frozen = frozen;
        shells.values().forEach(shell -> shell.terminal.setFrozen(frozen));
    }

    private void openAnother(String offer) {
        nodes.stream()
                .filter(node -> node.value().equals(offer))
                .findFirst()
                .flatMap(this::free)
                .ifPresent(this::open);
        offer();
    }

    private void open(Key key) {
        if (shells.containsKey(key)) {
            return;
        }
        var terminal = new Terminal(() -> session.ticket(key.node(), key.number()));
        terminal.setLabel("Terminal of " + key.title());
        terminal.setFrozen(frozen);
        shells.put(key, new Shell(terminal));
        panes.tab(key.tab(), key.title(), terminal);
    }

    private void askClose(Key key) {
        var shell = shells.get(key);
        if (shell == null || shell.ended) {
            remove(key);
            return;
        }
        Question.ask(
                "Close " + key.title() + "?",
                "Its shell and all programs in it end. Containers keep running.",
                "Close terminal",
                () -> session.closeTerminal(key.node(), key.number(), () -> remove(key)));
    }

    private void remove(Key key) {
        shells.remove(key);
        panes.close(key.tab());
        offer();
    }

    /** Reopens the terminals that were open before the page was loaded, and closes the others. */
    private void restore(List<String> open) {
        var before = open.stream().flatMap(tab -> parse(tab).stream()).toList();
        before.forEach(this::open);
        List.copyOf(shells.keySet()).stream()
                .filter(key -> !before.contains(key))
                .forEach(this::remove);
        offer();
    }

    private void offer() {
        panes.offer(nodes.stream().map(this::offer).toList());
    }

    /**
     * Returns the menu entry for a new terminal. The entry names the limit, so that the learner knows it in advance.
     */
    private TabPanes.Offer offer(NodeName node) {
        var count =
                shells.keySet().stream().filter(key -> key.node().equals(node)).count();
        var text = count < MAX_SHELLS
                ? "New terminal on " + node + " (" + count + " of " + MAX_SHELLS + " open)"
                : "All " + MAX_SHELLS + " terminals of " + node + " are open";
        return new TabPanes.Offer(node.value(), text, count < MAX_SHELLS);
    }

    private Optional<Key> free(NodeName node) {
        return IntStream.rangeClosed(1, MAX_SHELLS)
                .mapToObj(number -> new Key(node, number))
                .filter(key -> !shells.containsKey(key))
                .findFirst();
    }

    private Optional<Key> find(String tab) {
        return parse(tab).filter(shells::containsKey);
    }

    private Optional<Key> parse(String tab) {
        var match = TAB.matcher(tab);
        if (!match.matches()) {
            return Optional.empty();
        }
        return nodes.stream()
                .filter(node -> node.value().equals(match.group(1)))
                .findFirst()
                .map(node -> new Key(node, Integer.parseInt(match.group(2))));
    }
}

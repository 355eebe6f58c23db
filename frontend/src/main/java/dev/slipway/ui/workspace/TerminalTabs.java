package dev.slipway.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.slipway.shared.NodeName;
import dev.slipway.ui.component.Choice;
import dev.slipway.ui.component.Notice;
import dev.slipway.ui.component.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;

/** A terminal for each node, and as many more shells as somebody wants. Only the chosen one is visible. */
final class TerminalTabs extends Div {
    /** As many shells as the platform keeps for one node. */
    private static final int MAX_SHELLS = 8;

    private final Session session;
    private final Choice tabs = new Choice("Terminals", selected -> reveal());
    private final Div screens = new Div();
    private final List<Shell> shells = new ArrayList<>();

    TerminalTabs(Session session, List<NodeName> nodes) {
        this.session = session;
        addClassName("terminal-tabs");
        screens.addClassName("terminal-screens");
        var bar = new Div(tabs, more());
        bar.addClassName("terminal-bar");
        add(bar, screens);
        nodes.forEach(node -> open(node, 1));
        reveal();
    }

    /** Brings a node's first terminal to the front. */
    void choose(NodeName node) {
        for (int i = 0; i < shells.size(); i++) {
            if (shells.get(i).node().equals(node) && shells.get(i).number() == 1) {
                tabs.choose(i);
            }
        }
    }

    private Button more() {
        var more = new Button("+", event -> openAnother());
        more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        more.setAriaLabel("Open another terminal on this machine");
        more.setTooltipText("Another terminal on this machine");
        return more;
    }

    private void openAnother() {
        var node = shells.get(Math.max(0, tabs.selected())).node();
        var count = shells.stream().filter(shell -> shell.node().equals(node)).count();
        if (count == MAX_SHELLS) {
            Notice.error("A machine has at most " + MAX_SHELLS + " terminals. Use one of those that are open.");
            return;
        }
        open(node, Math.toIntExact(count) + 1);
        tabs.choose(shells.size() - 1);
    }

    private void open(NodeName node, int number) {
        var name = number == 1 ? node.value() : node + " · " + number;
        var terminal = new Terminal(() -> session.ticket(node, number));
        terminal.setLabel("Terminal of " + name);
        var screen = new Div(terminal);
        screen.addClassName("terminal-screen");
        shells.add(new Shell(node, number, screen));
        tabs.offer(name);
        screens.add(screen);
    }

    private void reveal() {
        var selected = tabs.selected();
        for (int i = 0; i < shells.size(); i++) {
            shells.get(i).screen().getElement().setAttribute("hidden", i != selected);
        }
    }

    private record Shell(NodeName node, int number, Div screen) {}
}

package dev.slipway.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.slipway.shared.NodeName;
import java.util.ArrayList;
import java.util.List;

/** A terminal for each node, and as many more shells as somebody wants. Only the chosen one is visible. */
final class TerminalTabs extends Div {
    /** As many shells as the platform keeps for one node. */
    private static final int MAX_SHELLS = 8;

    private final Session session;
    private final Tabs tabs = new Tabs();
    private final Div screens = new Div();
    private final List<Shell> shells = new ArrayList<>();

    TerminalTabs(Session session, List<NodeName> nodes) {
        this.session = session;
        addClassName("terminal-tabs");
        screens.addClassName("terminal-screens");
        tabs.addSelectedChangeListener(event -> reveal());
        var bar = new Div(tabs, more());
        bar.addClassName("terminal-bar");
        add(bar, screens);
        nodes.forEach(node -> open(node, 1));
        tabs.setSelectedIndex(0);
        reveal();
    }

    private Button more() {
        var more = new Button("+", event -> openAnother());
        more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        more.setAriaLabel("Open another terminal on this machine");
        more.setTooltipText("Another terminal on this machine");
        return more;
    }

    private void openAnother() {
        var node = shells.get(Math.max(0, tabs.getSelectedIndex())).node();
        var number = 1
                + shells.stream()
                        .filter(shell -> shell.node().equals(node))
                        .mapToInt(Shell::number)
                        .max()
                        .orElse(0);
        if (number <= MAX_SHELLS) {
            open(node, number);
            tabs.setSelectedIndex(shells.size() - 1);
        }
    }

    private void open(NodeName node, int number) {
        var screen = new Div();
        screen.addClassName("terminal-screen");
        var shell = new Shell(node, number, screen);
        shells.add(shell);
        tabs.add(new Tab(number == 1 ? node.value() : node + " " + number));
        screens.add(screen);
    }

    private void reveal() {
        var selected = tabs.getSelectedIndex();
        for (int i = 0; i < shells.size(); i++) {
            shells.get(i).screen().getElement().setAttribute("hidden", i != selected);
        }
    }

    Session session() {
        return session;
    }

    private record Shell(NodeName node, int number, Div screen) {}
}

package dev.slipway.ui.workspace;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.slipway.attempt.Attempt;
import dev.slipway.ui.component.SplitPanes;

/** The workspace of an open attempt: top bar, instructions, machines. */
final class Bench extends Div {
    private static final int INSTRUCTIONS_PERCENT = 42;

    private final TopBar bar;
    private final InstructionsPane instructions;
    private final MachinesPane machines;
    private final FinishBanner finish;

    Bench(Session session) {
        addClassName("bench");
        finish = new FinishBanner(session);
        machines = new MachinesPane(session);
        var narrow = new Tabs(new Tab("Instructions"), new Tab("Terminal"));
        instructions = new InstructionsPane(session, node -> {
            narrow.setSelectedIndex(1);
            machines.choose(node);
        });
        bar = new TopBar(session, instructions::checking);
        var left = new Div(finish, instructions);
        left.addClassName("bench-instructions");
        var panes = new SplitPanes("workspace", INSTRUCTIONS_PERCENT, left, machines);
        narrow.addClassName("narrow-tabs");
        narrow.addSelectedChangeListener(event -> {
            if (narrow.getSelectedIndex() == 0) {
                panes.showFirst();
            } else {
                panes.showSecond();
            }
        });
        var main = new Main(narrow, panes);
        add(bar, main);
    }

    void show(Attempt attempt) {
        bar.show(attempt);
        finish.show(attempt);
        instructions.show(attempt);
        machines.show(attempt);
    }
}

package dev.slipway.ui.workspace;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import dev.slipway.attempt.Attempt;
import dev.slipway.ui.component.Choice;
import dev.slipway.ui.component.SplitPanes;

/** The workspace of an open attempt: top bar, instructions, machines. */
@JsModule("./ui/regions.ts")
final class Bench extends Div {
    private static final int INSTRUCTIONS_PERCENT = 42;

    private final Choice narrow = new Choice("What is shown", this::turnTo);
    private final SplitPanes panes;
    private final TopBar bar;
    private final LeaseWarning warning;
    private final InstructionsPane instructions;
    private final MachinesPane machines;
    private final FinishBanner finish;

    Bench(Session session) {
        addClassName("bench");
        finish = new FinishBanner(session);
        machines = new MachinesPane(session);
        narrow.offer("Instructions");
        narrow.offer("Terminal");
        narrow.addClassName("narrow-tabs");
        instructions = new InstructionsPane(
                session,
                node -> {
                    narrow.choose(1);
                    machines.choose(node);
                },
                (node, port) -> {
                    narrow.choose(1);
                    machines.openPort(node, port);
                });
        warning = new LeaseWarning(session);
        bar = new TopBar(session, instructions::checking);
        var left = new Div(finish, instructions);
        left.addClassName("bench-instructions");
        panes = new SplitPanes("workspace", INSTRUCTIONS_PERCENT, left, machines);
        var main = new Main(narrow, panes);
        add(bar, warning, main);
    }

    private void turnTo(int pane) {
        if (pane == 0) {
            panes.showFirst();
        } else {
            panes.showSecond();
        }
    }

    void show(Attempt attempt) {
        bar.show(attempt);
        warning.show(attempt);
        finish.show(attempt);
        instructions.show(attempt);
        machines.show(attempt);
    }
}

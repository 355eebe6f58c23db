package dev.slipway.ui.workspace;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import dev.slipway.attempt.Attempt;
import dev.slipway.shared.NodeName;
import dev.slipway.ui.component.Choice;
import dev.slipway.ui.component.SplitPanes;
import java.util.Optional;

/** The workspace of an open attempt: top bar, instructions, machines if the lab has any, and task strip. */
@JsModule("./ui/regions.ts")
final class WorkspaceLayout extends Div {
    private static final int INSTRUCTIONS_PERCENT = 42;

    private final TopBar bar;
    private final LeaseWarning warning;
    private final InstructionsPane instructions;
    private final FinishBanner finish;
    private final Optional<Beside> beside;

    WorkspaceLayout(AttemptActions session) {
        addClassName("bench");
        finish = new FinishBanner(session);
        instructions = new InstructionsPane(session, this::chooseNode, this::openPort, this::turnToInstructions);
        warning = new LeaseWarning(session);
        bar = new TopBar(session, instructions::checking);
        var left = new Div(finish, instructions);
        left.addClassName("bench-instructions");
        beside = session.lab().hasMachines() ? Optional.of(new Beside(session, left)) : Optional.empty();
        add(bar, warning, beside.map(Beside::main).orElseGet(() -> new Main(left)), instructions.strip());
    }

    /** The machines beside the instructions. A narrow screen shows one of the two at a time. */
    private static final class Beside {
        private final Choice narrow = new Choice("What is shown", this::turnTo);
        private final SplitPanes panes;
        private final MachinesPane machines;

        private Beside(AttemptActions session, Div left) {
            machines = new MachinesPane(session);
            narrow.offer("Instructions");
            narrow.offer("Terminal");
            narrow.addClassName("narrow-tabs");
            panes = new SplitPanes("workspace", INSTRUCTIONS_PERCENT, left, machines);
        }

        private Main main() {
            return new Main(narrow, panes);
        }

        private void turnTo(int pane) {
            if (pane == 0) {
                panes.showFirst();
            } else {
                panes.showSecond();
            }
        }

        private void turnToInstructions() {
            narrow.choose(0);
        }

        private MachinesPane turnToMachines() {
            narrow.choose(1);
            return machines;
        }
    }

    private void turnToInstructions() {
        beside.ifPresent(Beside::turnToInstructions);
    }

    private void chooseNode(NodeName node) {
        beside.ifPresent(present -> present.turnToMachines().choose(node));
    }

    private void openPort(NodeName node, int port) {
        beside.ifPresent(present -> present.turnToMachines().openPort(node, port));
    }

    void show(Attempt attempt) {
        bar.show(attempt);
        warning.show(attempt);
        finish.show(attempt);
        instructions.show(attempt);
        beside.ifPresent(present -> present.machines.show(attempt));
    }
}

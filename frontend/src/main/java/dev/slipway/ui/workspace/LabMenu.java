package dev.slipway.ui.workspace;

import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.slipway.attempt.Attempt;
import dev.slipway.lab.NodeTemplate;
import dev.slipway.shared.NodeName;
import dev.slipway.ui.component.Notice;
import dev.slipway.ui.component.Question;

/**
 * The menu with which the learner resets a machine, restarts the lab or ends the lab. Each entry asks for a
 * confirmation that names what will be lost.
 */
final class LabMenu extends MenuBar {
    private final AttemptActions session;
    private int score;
    private int maxScore;

    LabMenu(AttemptActions session) {
        this.session = session;
        addClassName("lab-menu");
        addThemeVariants(MenuBarVariant.TERTIARY);
        var root = addItem("Lab");
        SubMenu entries = root.getSubMenu();
        var machines = session.lab().hasMachines();
        root.setAriaLabel(machines ? "Lab: reset, restart, end" : "Lab: end");
        for (NodeTemplate node : session.lab().machines().nodes()) {
            entries.addItem("Reset " + node.name(), event -> askReset(node.name()));
        }
        if (machines) {
            entries.addItem("Restart lab", event -> askRestart());
            entries.addSeparator();
        }
        entries.addItem("End lab", event -> askEnd());
    }

    void show(Attempt attempt) {
        score = attempt.progress().score();
        maxScore = attempt.progress().maxScore();
    }

    private void askReset(NodeName node) {
        Question.ask(
                "Reset " + node + "?",
                "Its containers, your own images and your files are lost, and its terminals restart. Passed "
                        + "tasks stay passed, except those that must hold until the end.",
                "Reset " + node,
                () -> session.resetNode(node, () -> Notice.done(node + " is being recreated.")));
    }

    private void askRestart() {
        Question.ask(
                "Restart the lab?",
                "You get new machines. Everything in your current ones is lost, and all tasks are open again."
                        + (session.lab().quiz().isEmpty() ? "" : " Your answers to questions are kept."),
                "Restart lab",
                () -> session.restart(() -> {}));
    }

    private void askEnd() {
        Question.ask(
                "End the lab?",
                (session.lab().hasMachines()
                                ? "Your machines and everything in them are removed."
                                : "Unanswered questions give no points.")
                        + " Your score, " + score + " of " + maxScore
                        + " points, is kept.",
                "End lab",
                () -> session.end(() -> {}));
    }
}

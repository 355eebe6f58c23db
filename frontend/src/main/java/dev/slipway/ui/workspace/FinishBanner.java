package dev.slipway.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.slipway.attempt.Attempt;
import dev.slipway.lab.Lab;

/**
 * A banner with a button that finishes the lab. It appears when all tasks and questions are done. The machines keep
 * running until the learner finishes the lab.
 */
final class FinishBanner extends Div {
    private final Lab lab;
    private final Paragraph text = new Paragraph();

    FinishBanner(AttemptActions session) {
        lab = session.lab();
        addClassName("finish-banner");
        getElement().setAttribute("role", "status").setAttribute("region", true);
        var finish = new Button("Finish lab");
        finish.addThemeVariants(ButtonVariant.PRIMARY);
        finish.setDisableOnClick(true);
        finish.addClickListener(event -> session.end(() -> finish.setEnabled(true)));
        add(
                new Div(
                        new H2(
                                lab.tasks().isEmpty()
                                        ? "All questions answered"
                                        : lab.quiz().isEmpty() ? "All tasks done" : "All done"),
                        text),
                finish);
        setVisible(false);
    }

    void show(Attempt attempt) {
        var progress = attempt.progress();
        setVisible(progress.isComplete());
        text.setText("You have " + progress.score() + " of " + progress.maxScore()
                + " points. Look around as long as you like; finishing "
                + (lab.hasMachines() ? "removes your machines and keeps your score." : "keeps your score."));
    }
}

package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.slipway.attempt.QuestionProgress;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.QuizQuestion;
import dev.slipway.ui.component.InlineText;
import java.util.Map;

/** The feedback on an answer. The element is always in the document, so that screen readers announce changes. */
final class QuestionFeedback extends Div {
    private final AttemptActions session;
    private final QuizQuestion question;
    private int shown;

    QuestionFeedback(AttemptActions session, QuizQuestion question) {
        this.session = session;
        this.question = question;
        addClassName("question-feedback");
        getElement().setAttribute("role", "status").setAttribute("tabindex", "-1");
    }

    /** Shows the feedback once for each answer. Shows nothing of the solution before the question is decided. */
    void show(QuestionProgress progress) {
        if (progress.given().size() == shown) {
            return;
        }
        shown = progress.given().size();
        removeAll();
        if (progress.isDecided()) {
            progress.last().ifPresent(last -> decide(progress, last.answer()));
        } else {
            add(new Paragraph("Not right. " + tries(progress.triesLeft()) + " left."));
        }
    }

    static String tries(int left) {
        return left == 1 ? "One try" : left + " tries";
    }

    private void decide(QuestionProgress progress, QuizAnswer answer) {
        var solution = question.solution();
        if (progress.right()) {
            add(new Paragraph("Right. " + points(progress.points()) + "."));
        } else {
            var right = solution.words(solution.sample());
            add(new Paragraph(new InlineText("Not right. The right answer: " + String.join("; ", right))));
        }
        solution.feedbackOn(answer).forEach(this::prose);
        question.explain().ifPresent(this::prose);
    }

    private void prose(String markdown) {
        var text = session.labs().renderInline(markdown, Map.of());
        add(new Html("<div class=\"prose\">" + text + "</div>"));
    }

    static String points(int points) {
        return points + (points == 1 ? " point" : " points");
    }
}

package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.attempt.GivenAnswer;
import dev.slipway.attempt.QuestionProgress;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.QuizQuestion;
import java.util.Locale;
import java.util.Map;

/**
 * A question with its answer. The solution stays on the server until the question is decided; only then does the
 * browser receive it.
 */
final class QuestionCard extends Section {
    private final AttemptActions session;
    private final QuizQuestion question;
    private final Span state = new Span();
    private final AnswerField field;
    private final Button check = new Button("Check answer");
    private final Span tries = new Span();
    private final Div action = new Div(check, tries);
    private final QuestionFeedback feedback;
    private boolean asking;

    /**
     * Creates the card.
     *
     * @param number number of the question within the lab, from 1
     */
    QuestionCard(AttemptActions session, QuizQuestion question, int number) {
        this.session = session;
        this.question = question;
        var id = question.id().value();
        addClassNames("task-card", "question-card");
        setId("question-" + id);
        var title = new H2("Question " + number);
        title.setId("question-title-" + id);
        getElement().setAttribute("aria-labelledby", "question-title-" + id);
        state.addClassName("task-state");
        var points = new Span(QuestionFeedback.points(question.points()));
        points.addClassName("task-points");
        var heading = new Div(title, points, state);
        heading.addClassName("task-heading");
        var text = new Div(
                new Html("<div class=\"prose\">" + session.labs().renderInline(question.text(), Map.of()) + "</div>"));
        text.setId("question-text-" + id);
        field = AnswerField.of(question, "question-text-" + id, this::send);
        check.addThemeVariants(ButtonVariant.PRIMARY);
        check.addClickListener(event -> send());
        tries.addClassName("task-points");
        action.addClassName("question-action");
        feedback = new QuestionFeedback(session, question);
        add(heading, text, field.component(), action, feedback);
    }

    void show(QuestionProgress progress) {
        var now = QuestionState.of(progress);
        state.setText(now.words());
        getElement().setAttribute("state", now.name().toLowerCase(Locale.ROOT));
        progress.last().map(GivenAnswer::answer).ifPresent(answer -> show(progress, answer));
        tries.setText(
                progress.tries() == 1 ? "You have one try." : QuestionFeedback.tries(progress.triesLeft()) + " left.");
        action.setVisible(!progress.isDecided());
        feedback.show(progress);
        if (asking && progress.isDecided()) {
            // The pressed button had the focus and is hidden now, so the focus moves to the feedback.
            feedback.getElement().callJsFunction("focus");
            asking = false;
        }
    }

    private void show(QuestionProgress progress, QuizAnswer answer) {
        if (progress.isDecided()) {
            field.decide(answer, question.solution());
        } else {
            field.show(answer);
        }
    }

    /** Sends the answer. Ignores further clicks until the answer has been evaluated. */
    private void send() {
        if (asking) {
            return;
        }
        var answer = field.value();
        if (answer.isEmpty()) {
            field.complain(
                    question.solution().options().isEmpty() ? "Type an answer first." : "Choose an answer first.");
        } else if (!question.solution().fits(answer.get())) {
            field.complain("Type a number, such as 12 or 0.5.");
        } else {
            asking = true;
            session.answer(question.id(), answer.get(), () -> asking = false);
        }
    }
}

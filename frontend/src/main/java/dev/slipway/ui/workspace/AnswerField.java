package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Component;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.QuizQuestion;
import dev.slipway.lab.QuizSolution;
import dev.slipway.lab.QuizSolution.Amount;
import dev.slipway.lab.QuizSolution.Form;
import dev.slipway.lab.QuizSolution.One;
import dev.slipway.lab.QuizSolution.Several;
import dev.slipway.lab.QuizSolution.Words;
import java.util.Optional;

/** The input for the answer to a question. */
sealed interface AnswerField permits OptionsField, TypedField {

    /**
     * Returns the input that fits the question.
     *
     * @param label id of the element with the question's text
     * @param send called when the learner presses Enter in a typed answer
     */
    static AnswerField of(QuizQuestion question, String label, Runnable send) {
        return switch (question.solution()) {
            case One one -> new OptionsField(one, "radio", question.id().value(), label);
            case Several several ->
                new OptionsField(several, "checkbox", question.id().value(), label);
            case Words _, Form _ -> new TypedField("Your answer", label, send);
            case Amount amount ->
                new TypedField(
                        amount.unit().map(unit -> "Your answer in " + unit).orElse("Your answer, a number"),
                        label,
                        send);
        };
    }

    /** Returns the component to add to the page. */
    Component component();

    /** Returns the current answer, or nothing if the learner has not entered one. */
    Optional<QuizAnswer> value();

    /** Shows the previous answer, unless the learner has already started another one. */
    void show(QuizAnswer answer);

    /** Disables the input and shows the final answer. A list of options also shows which options were right. */
    void decide(QuizAnswer answer, QuizSolution solution);

    /** Shows a problem with the form of the answer, and focuses the input. */
    void complain(String text);
}

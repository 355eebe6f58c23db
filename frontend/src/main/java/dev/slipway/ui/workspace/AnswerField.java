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

/** Where a question is answered. */
sealed interface AnswerField permits OptionsField, TypedField {

    /**
     * @param label id of the element that asks the question
     * @param send called where the keyboard alone says that the answer is complete
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

    Component component();

    /** What has been chosen or typed; nothing if nothing has. */
    Optional<QuizAnswer> value();

    /** Shows an answer that was given, unless another one is being made. */
    void show(QuizAnswer answer);

    /** Takes no more answers, shows the one that counts, and says what was right of it. */
    void decide(QuizAnswer answer, QuizSolution solution);

    /** Says what is wrong with the form of the answer, and takes the focus there. */
    void complain(String text);
}

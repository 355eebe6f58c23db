package dev.slipway.lab;

import dev.slipway.lab.QuizSolution.Amount;
import dev.slipway.lab.QuizSolution.Form;
import dev.slipway.lab.QuizSolution.One;
import dev.slipway.lab.QuizSolution.Several;
import dev.slipway.lab.QuizSolution.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that the learner is asked.
 *
 * @param text CommonMark
 * @param tries how often it may be answered; at least once
 * @param page id of the page on which it stands
 * @param explain why the right answer is right, for when the question is decided; CommonMark
 */
public record QuizQuestion(
        QuestionId id,
        String text,
        int points,
        int tries,
        Optional<String> page,
        QuizSolution solution,
        Optional<String> explain) {

    /** The question with an attempt's variables filled in. */
    public QuizQuestion filled(Map<String, String> variables) {
        return new QuizQuestion(
                id,
                Variables.fill(text, variables),
                points,
                tries,
                page,
                filled(solution, variables),
                explain.map(why -> Variables.fill(why, variables)));
    }

    private static QuizSolution filled(QuizSolution solution, Map<String, String> variables) {
        return switch (solution) {
            case One(var options, var right) -> new One(filled(options, variables), right);
            case Several(var options, var right) -> new Several(filled(options, variables), right);
            case Words(var accepted, var exact) ->
                new Words(
                        accepted.stream()
                                .map(word -> Variables.fill(word, variables))
                                .toList(),
                        exact);
            case Form _, Amount _ -> solution;
        };
    }

    private static List<QuizOption> filled(List<QuizOption> options, Map<String, String> variables) {
        return options.stream()
                .map(option -> new QuizOption(
                        Variables.fill(option.text(), variables),
                        option.feedback().map(text -> Variables.fill(text, variables))))
                .toList();
    }
}

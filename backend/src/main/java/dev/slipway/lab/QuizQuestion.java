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
 * A question of a lab's quiz.
 *
 * @param text the question in CommonMark
 * @param tries number of times that a learner may answer; at least 1
 * @param page id of the page that shows the question; empty if no page shows it
 * @param explain explanation of the right answer in CommonMark, shown after the question is decided, which means that
 *     no further answer is accepted
 */
public record QuizQuestion(
        QuestionId id,
        String text,
        int points,
        int tries,
        Optional<String> page,
        QuizSolution solution,
        Optional<String> explain) {

    /** Returns the question with the values of an attempt's variables filled in. */
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

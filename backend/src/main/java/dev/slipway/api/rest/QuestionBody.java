package dev.slipway.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.GivenAnswer;
import dev.slipway.attempt.QuestionProgress;
import dev.slipway.lab.QuizAnswer;
import dev.slipway.lab.QuizAnswer.Chosen;
import dev.slipway.lab.QuizAnswer.Typed;
import dev.slipway.lab.QuizOption;
import dev.slipway.lab.QuizQuestion;
import dev.slipway.lab.QuizSolution.Amount;
import dev.slipway.lab.QuizSolution.Form;
import dev.slipway.lab.QuizSolution.One;
import dev.slipway.lab.QuizSolution.Several;
import dev.slipway.lab.QuizSolution.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Question without its correct answer.
 *
 * @param kind {@code single}, {@code multiple}, {@code text} or {@code number}
 * @param options options to choose from; an answer contains their numbers, counted from 1
 */
@JsonInclude(Include.NON_NULL)
record QuestionBody(
        String id,
        String kind,
        String question,
        @Nullable List<String> options,
        @Nullable String unit,
        int points,
        int tries,
        @Nullable String page) {

    static QuestionBody of(QuizQuestion question) {
        var solution = question.solution();
        var options = solution.options().stream().map(QuizOption::text).toList();
        return new QuestionBody(
                question.id().value(),
                switch (solution) {
                    case One _ -> "single";
                    case Several _ -> "multiple";
                    case Words _, Form _ -> "text";
                    case Amount _ -> "number";
                },
                question.text(),
                options.isEmpty() ? null : options,
                solution instanceof Amount amount ? amount.unit().orElse(null) : null,
                question.points(),
                question.tries(),
                question.page().orElse(null));
    }

    /** Answer to a question: numbers of options, or a text. */
    @JsonInclude(Include.NON_NULL)
    record AnswerBody(
            @Nullable List<Integer> options,
            @Nullable String text,
            @Nullable Boolean right,
            @Nullable Instant at) {
        static AnswerBody of(QuizAnswer answer) {
            return of(answer, null, null);
        }

        static AnswerBody of(GivenAnswer given) {
            return of(given.answer(), given.right(), given.at());
        }

        private static AnswerBody of(QuizAnswer answer, @Nullable Boolean right, @Nullable Instant at) {
            return switch (answer) {
                case Chosen(var options) -> new AnswerBody(List.copyOf(options), null, right, at);
                case Typed(var text) -> new AnswerBody(null, text, right, at);
            };
        }
    }

    /**
     * Progress of a learner with a question.
     *
     * @param solution the correct answer. Like {@code feedback} and {@code explain}, it is absent until the question is
     *     decided or the attempt has ended
     */
    @JsonInclude(Include.NON_NULL)
    record Progress(
            String id,
            int points,
            boolean right,
            boolean decided,
            int triesLeft,
            List<AnswerBody> answers,
            @Nullable AnswerBody solution,
            @Nullable List<String> feedback,
            @Nullable String explain) {
        static Progress of(QuestionProgress progress, Attempt attempt, Optional<QuizQuestion> question) {
            var told =
                    question.filter(_ -> attempt.discloses(progress)).map(asked -> asked.filled(attempt.variables()));
            return new Progress(
                    progress.question().value(),
                    progress.points(),
                    progress.right(),
                    progress.isDecided(),
                    progress.triesLeft(),
                    progress.given().stream().map(AnswerBody::of).toList(),
                    told.map(asked -> AnswerBody.of(asked.solution().sample())).orElse(null),
                    told.flatMap(asked ->
                                    progress.last().map(last -> asked.solution().feedbackOn(last.answer())))
                            .orElse(null),
                    told.flatMap(QuizQuestion::explain).orElse(null));
        }
    }
}

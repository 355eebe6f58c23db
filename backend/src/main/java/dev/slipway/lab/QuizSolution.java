package dev.slipway.lab;

import dev.slipway.lab.QuizAnswer.Chosen;
import dev.slipway.lab.QuizAnswer.Typed;
import dev.slipway.platform.BoundedText;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The right answers to a question. They are not sent to the browser before the question is decided: while a question is
 * not decided, the learner may still answer it.
 */
public sealed interface QuizSolution {

    /** Returns whether an answer, right or wrong, has the form that the question requires. */
    boolean fits(QuizAnswer answer);

    /** Returns whether an answer is right. */
    boolean accepts(QuizAnswer answer);

    /** Returns a right answer. Learners see this answer after the question is decided. */
    QuizAnswer sample();

    /** Returns the options of the question; empty if the answer is typed. */
    default List<QuizOption> options() {
        return List.of();
    }

    /** Returns an answer as readable text: the texts of the chosen options, or the text that was typed. */
    default List<String> words(QuizAnswer answer) {
        return switch (answer) {
            case Chosen(var chosen) -> at(chosen).map(QuizOption::text).toList();
            case Typed(var text) -> List.of(text);
        };
    }

    /** Returns the author's feedback on the chosen options. */
    default List<String> feedbackOn(QuizAnswer answer) {
        return answer instanceof Chosen(var chosen)
                ? at(chosen).flatMap(option -> option.feedback().stream()).toList()
                : List.of();
    }

    /**
     * Returns the options with these numbers. Skips numbers without an option, because the author may have removed
     * options since the learner answered.
     */
    private Stream<QuizOption> at(SortedSet<Integer> chosen) {
        return chosen.stream()
                .filter(number -> number <= options().size())
                .map(number -> options().get(number - 1));
    }

    /** A question with one right option; {@code right} counts from 1. */
    record One(List<QuizOption> options, int right) implements QuizSolution {
        public One {
            options = List.copyOf(options);
        }

        @Override
        public boolean fits(QuizAnswer answer) {
            return answer instanceof Chosen(var chosen) && chosen.size() == 1 && areOffered(chosen, options);
        }

        @Override
        public boolean accepts(QuizAnswer answer) {
            return answer.equals(sample());
        }

        @Override
        public QuizAnswer sample() {
            return Chosen.of(List.of(right));
        }
    }

    /** A question with several right options, counted from 1. An answer is right if it has exactly these options. */
    record Several(List<QuizOption> options, SortedSet<Integer> right) implements QuizSolution {
        public Several {
            options = List.copyOf(options);
            right = Collections.unmodifiableSortedSet(new TreeSet<>(right));
        }

        @Override
        public boolean fits(QuizAnswer answer) {
            return answer instanceof Chosen(var chosen) && !chosen.isEmpty() && areOffered(chosen, options);
        }

        @Override
        public boolean accepts(QuizAnswer answer) {
            return answer.equals(sample());
        }

        @Override
        public QuizAnswer sample() {
            return new Chosen(right);
        }
    }

    /**
     * A question that the learner answers with a text. Each of the accepted texts is a right answer.
     *
     * @param exact whether upper and lower case matter
     */
    record Words(List<String> accepted, boolean exact) implements QuizSolution {
        public Words {
            accepted = List.copyOf(accepted);
        }

        @Override
        public boolean fits(QuizAnswer answer) {
            return isTyped(answer);
        }

        @Override
        public boolean accepts(QuizAnswer answer) {
            return answer instanceof Typed(var text)
                    && accepted.stream()
                            .map(String::strip)
                            .anyMatch(word -> exact ? word.equals(text) : word.equalsIgnoreCase(text));
        }

        @Override
        public QuizAnswer sample() {
            return new Typed(accepted.getFirst());
        }
    }

    /**
     * A question that the learner answers with a text. The answer is right if the pattern matches the whole text.
     *
     * @param text a text that the pattern matches
     * @param exact whether upper and lower case matter
     */
    record Form(String pattern, String text, boolean exact) implements QuizSolution {
        @Override
        public boolean fits(QuizAnswer answer) {
            return isTyped(answer);
        }

        @Override
        public boolean accepts(QuizAnswer answer) {
            if (!(answer instanceof Typed(var typed))) {
                return false;
            }
            var flags = exact ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            try {
                return Pattern.compile(pattern, flags)
                        .matcher(new BoundedText(typed))
                        .matches();
            } catch (BoundedText.ExhaustedException e) {
                return false;
            }
        }

        @Override
        public QuizAnswer sample() {
            return new Typed(text);
        }
    }

    /**
     * A question whose right answer is a number, with a tolerance.
     *
     * @param tolerance greatest difference from {@code value} at which an answer is still right
     * @param unit unit of the number; a learner may type it after the number
     */
    record Amount(BigDecimal value, BigDecimal tolerance, Optional<String> unit) implements QuizSolution {
        /** Syntax of a number. Its length is limited, so that calculations with the number are fast. */
        private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?");

        @Override
        public boolean fits(QuizAnswer answer) {
            return number(answer).isPresent();
        }

        @Override
        public boolean accepts(QuizAnswer answer) {
            return number(answer)
                    .map(number -> number.subtract(value).abs())
                    .filter(off -> off.compareTo(tolerance) <= 0)
                    .isPresent();
        }

        @Override
        public QuizAnswer sample() {
            return new Typed(value.toPlainString());
        }

        @Override
        public List<String> words(QuizAnswer answer) {
            return number(answer)
                    .map(number -> List.of(unit.map(word -> number.toPlainString() + " " + word)
                            .orElseGet(number::toPlainString)))
                    .orElseGet(() -> QuizSolution.super.words(answer));
        }

        private Optional<BigDecimal> number(QuizAnswer answer) {
            return answer instanceof Typed(var text)
                    ? Optional.of(withoutUnit(text))
                            .filter(number -> NUMBER.matcher(number).matches())
                            .map(BigDecimal::new)
                    : Optional.empty();
        }

        private String withoutUnit(String text) {
            return unit.filter(word -> text.regionMatches(true, text.length() - word.length(), word, 0, word.length()))
                    .map(word ->
                            text.substring(0, text.length() - word.length()).strip())
                    .orElse(text);
        }
    }

    private static boolean areOffered(SortedSet<Integer> chosen, List<QuizOption> options) {
        return chosen.first() >= 1 && chosen.last() <= options.size();
    }

    private static boolean isTyped(QuizAnswer answer) {
        return answer instanceof Typed(var text) && !text.isEmpty();
    }
}

package dev.slipway.attempt.persistence;

import dev.slipway.attempt.GivenAnswer;
import dev.slipway.attempt.QuestionProgress;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizQuestion;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stored progress of an attempt with one question. */
@Embeddable
class QuestionValue {
    private int position;
    private int points;
    private int tries;
    private String answers = GivenAnswersJson.write(List.of());

    protected QuestionValue() {}

    QuestionValue(int position, int points, int tries) {
        this.position = position;
        this.points = points;
        this.tries = tries;
    }

    /** Creates the values for a new attempt, by the ids of the questions. */
    static Map<String, QuestionValue> of(List<QuizQuestion> quiz) {
        return IntStream.range(0, quiz.size())
                .boxed()
                .collect(Collectors.toMap(
                        index -> quiz.get(index).id().value(),
                        index -> new QuestionValue(
                                index, quiz.get(index).points(), quiz.get(index).tries())));
    }

    /** Returns the progress with each question, in the order of the lab. */
    static List<QuestionProgress> inOrder(Map<String, QuestionValue> questions) {
        return questions.entrySet().stream()
                .sorted(Comparator.comparingInt(question -> question.getValue().position))
                .map(question -> question.getValue().toProgress(question.getKey()))
                .toList();
    }

    /** Adds an answer; returns false if the question is decided. */
    boolean answer(GivenAnswer answer) {
        var given = new ArrayList<>(GivenAnswersJson.read(answers));
        if (progress("question", given).isDecided()) {
            return false;
        }
        given.add(answer);
        answers = GivenAnswersJson.write(given);
        return true;
    }

    /** Returns the points that the question gives now. */
    int earned() {
        return toProgress("question").right() ? points : 0;
    }

    /** Returns whether a question with these stored answers accepts no further answer. */
    static boolean isDecided(int tries, String answers) {
        var value = new QuestionValue(0, 0, tries);
        value.answers = answers;
        return value.toProgress("question").isDecided();
    }

    private QuestionProgress toProgress(String question) {
        return progress(question, GivenAnswersJson.read(answers));
    }

    private QuestionProgress progress(String question, List<GivenAnswer> given) {
        return new QuestionProgress(new QuestionId(question), points, tries, given);
    }
}

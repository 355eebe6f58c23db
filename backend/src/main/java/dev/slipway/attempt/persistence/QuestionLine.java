package dev.slipway.attempt.persistence;

import java.util.UUID;

/** Progress of an attempt with one question: the number of allowed answers, and the given answers as JSON. */
public record QuestionLine(UUID attempt, int tries, String answers) implements ProgressLine {
    @Override
    public boolean done() {
        return QuestionValue.isDecided(tries, answers);
    }
}

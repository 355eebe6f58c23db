package dev.slipway.attempt.persistence;

import java.util.UUID;

/** How far an attempt is with one of its questions; the answers are JSON. */
public record QuestionLine(UUID attempt, int tries, String answers) implements ProgressLine {
    @Override
    public boolean done() {
        return QuestionValue.isDecided(tries, answers);
    }
}

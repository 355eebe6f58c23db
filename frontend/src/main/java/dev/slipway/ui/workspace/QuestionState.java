package dev.slipway.ui.workspace;

import dev.slipway.attempt.QuestionProgress;

/** The state of a question, with the words that its card shows. */
enum QuestionState {
    OPEN("Open"),
    RETRY("Not right yet"),
    RIGHT("Right"),
    WRONG("Not right");

    private final String words;

    QuestionState(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static QuestionState of(QuestionProgress progress) {
        if (progress.right()) {
            return RIGHT;
        }
        if (progress.isDecided()) {
            return WRONG;
        }
        return progress.given().isEmpty() ? OPEN : RETRY;
    }
}

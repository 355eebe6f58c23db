package dev.slipway.ui.workspace;

import dev.slipway.attempt.TaskProgress;
import dev.slipway.check.Verdict;

/** The state of a task, with the words that its card shows. */
enum TaskState {
    WAITING("Waiting for your machines"),
    LOCKED("Not open yet"),
    OPEN("Open"),
    CHECKING("Checking…"),
    PASSED("Done"),
    FAILED("Not there yet"),
    ERRORED("Could not be checked");

    private final String words;

    TaskState(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean canChange() {
        return switch (this) {
            case OPEN, FAILED, ERRORED -> true;
            case WAITING, LOCKED, CHECKING, PASSED -> false;
        };
    }

    static TaskState of(TaskProgress progress, Phase phase, boolean unlocked) {
        if (progress.passed()) {
            return PASSED;
        }
        if (phase != Phase.WORKING) {
            return WAITING;
        }
        if (!unlocked) {
            return LOCKED;
        }
        return progress.isUnanswered()
                ? OPEN
                : progress.verdict().map(TaskState::of).orElse(OPEN);
    }

    private static TaskState of(Verdict verdict) {
        return switch (verdict) {
            // Not expected here: a task whose last verdict is Passed has passed, and the calling method has handled
            // that case.
            case Verdict.Passed _ -> OPEN;
            case Verdict.Failed _ -> FAILED;
            case Verdict.Errored _, Verdict.TimedOut _ -> ERRORED;
        };
    }
}

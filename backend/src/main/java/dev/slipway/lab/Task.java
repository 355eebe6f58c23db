package dev.slipway.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that the learner must achieve.
 *
 * @param title variables are not yet filled in, see {@link #title(Map)}
 * @param page id of the page on which it stands
 * @param needs tasks that must have passed before this one is evaluated
 * @param hold how long the check must be fulfilled before the task passes
 * @param check all must hold; at least one
 */
public record Task(
        TaskId id,
        String title,
        int points,
        Optional<String> page,
        Mode mode,
        List<TaskId> needs,
        Duration hold,
        List<AssertionSource> check,
        List<Hint> hints) {
    public Task {
        needs = List.copyOf(needs);
        check = List.copyOf(check);
        hints = List.copyOf(hints);
    }

    /** The title as the learner of an attempt reads it. */
    public String title(Map<String, String> variables) {
        return Variables.fill(title, variables);
    }

    /**
     * How long after the start the next hint may be unfolded, as things stand; empty if that waits for a failure.
     * Hints are unfolded in their order, so one that may be unfolded opens those before it.
     *
     * @param taken how many are unfolded already
     * @param failing the kind of the assertion that fails now
     */
    public Optional<Duration> nextHintAfter(int taken, Optional<String> failing) {
        return hints.stream()
                .skip(taken)
                .filter(hint -> hint.isFor(failing))
                .map(Hint::after)
                .min(Duration::compareTo);
    }

    /** Whether a passed task may fall back. */
    public enum Mode {
        /** Once passed, it stays passed. */
        LATCH,
        /** It must hold until the end. */
        LEVEL
    }
}

package dev.slipway.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task: a result that the learner must achieve.
 *
 * @param title the title; its variables are not filled in yet, see {@link #title(Map)}
 * @param page id of the page that shows the task; empty if no page shows it
 * @param needs tasks that must have passed before this task is evaluated
 * @param check the assertions that must all hold; at least one
 */
public record Task(
        TaskId id,
        String title,
        int points,
        Optional<String> page,
        List<TaskId> needs,
        List<AssertionSource> check,
        PassRule passRule,
        List<Hint> hints) {
    public Task {
        needs = List.copyOf(needs);
        check = List.copyOf(check);
        hints = List.copyOf(hints);
    }

    /** Returns the title with the values of an attempt's variables filled in. */
    public String title(Map<String, String> variables) {
        return Variables.fill(title, variables);
    }

    /**
     * Returns the time after the start of the attempt from which the learner may unfold the next hint; empty if no hint
     * is left, or if each remaining hint is for an assertion that does not fail now. Hints are unfolded in their order:
     * if a later hint may be unfolded, the hints before it may be unfolded too.
     *
     * @param taken number of hints that are unfolded already
     * @param failing the kind of assertion that fails now; empty if none fails
     */
    public Optional<Duration> nextHintAfter(int taken, Optional<String> failing) {
        return hints.stream()
                .skip(taken)
                .filter(hint -> hint.isFor(failing))
                .map(Hint::after)
                .min(Duration::compareTo);
    }
}

package dev.slipway.lab;

import java.time.Duration;
import java.util.Optional;

/**
 * Help that a learner may unfold. The text is CommonMark.
 *
 * @param after how long the attempt must have run
 * @param failing the kind of the assertion that must be failing, if it is only for that
 */
public record Hint(Duration after, Optional<String> failing, String text) {
    public Hint(Duration after, String text) {
        this(after, Optional.empty(), text);
    }

    boolean isFor(Optional<String> failingNow) {
        return failing.isEmpty() || failing.equals(failingNow);
    }
}

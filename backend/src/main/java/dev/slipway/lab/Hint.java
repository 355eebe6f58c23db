package dev.slipway.lab;

import java.time.Duration;
import java.util.Optional;

/**
 * A hint that a learner may unfold. The text is CommonMark.
 *
 * @param after time since the start of the attempt after which the hint may be unfolded
 * @param failing the kind of assertion that must be failing so that the hint may be unfolded; empty if no assertion
 *     must be failing
 */
public record Hint(Duration after, Optional<String> failing, String text) {
    public Hint(Duration after, String text) {
        this(after, Optional.empty(), text);
    }

    boolean isFor(Optional<String> failingNow) {
        return failing.isEmpty() || failing.equals(failingNow);
    }
}

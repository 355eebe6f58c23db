package dev.slipway.lab;

import java.time.Duration;

/** Help that a learner may unfold, {@code after} the attempt has run that long. The text is CommonMark. */
public record Hint(Duration after, String text) {}

package dev.slipway.check.assertion;

import dev.slipway.lab.SourcePosition;
import java.util.Optional;

/**
 * An assertion where it stands in a lab.
 *
 * @param kind as the author wrote it, such as {@code container.running}
 * @param message the author's words for the case that it fails
 */
record Clause(String kind, SourcePosition position, Optional<String> message, Assertion assertion) {}

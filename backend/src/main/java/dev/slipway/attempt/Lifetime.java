package dev.slipway.attempt;

import java.time.Instant;
import java.util.Optional;

/**
 * The time from the start of an attempt to its end.
 *
 * @param endedAt empty while the attempt is open
 */
public record Lifetime(Instant startedAt, Optional<Instant> endedAt) {

    /** Returns whether the attempt has not ended. */
    public boolean isOpen() {
        return endedAt.isEmpty();
    }
}

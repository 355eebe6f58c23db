package dev.slipway.lab;

import java.time.Duration;

/**
 * Rule that states when a task counts as passed.
 *
 * @param hold time for which the check must hold before the task passes
 */
public record PassRule(Mode mode, Duration hold) {

    /** Defines whether a task that has passed can fail again. */
    public enum Mode {
        /** A task that has passed stays passed. */
        LATCH,
        /**
         * A task that has passed fails again if its check no longer holds. The check must hold until the end of the
         * attempt.
         */
        LEVEL
    }
}

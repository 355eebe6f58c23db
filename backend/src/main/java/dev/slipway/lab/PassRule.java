package dev.slipway.lab;

import java.time.Duration;

/**
 * Rule that states when a task counts as passed.
 *
 * @param hold time for which the check must hold before the task passes
 */
public record PassRule(Mode mode, Duration hold) {

    /** Whether a passed task may fail again. */
    public enum Mode {
        /** Once passed, it stays passed. */
        LATCH,
        /** It must hold until the end of the attempt. */
        LEVEL
    }
}

package dev.slipway.check;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;

/**
 * Watches the nodes of attempts and evaluates the attempts' open tasks: when a node engine reports an event, every 15
 * seconds without an event, and on request. Passes each verdict that differs from the previous one to {@link Verdicts}.
 * Safe for use by several threads.
 */
public interface Checks {

    /** Starts watching an attempt whose sandbox is ready. Replaces an earlier plan for the same attempt. */
    void watch(CheckPlan plan);

    /** Stops watching an attempt; does nothing if the attempt is not watched. */
    void unwatch(AttemptId attempt);

    /**
     * Stores the learner's answer to a task, then evaluates the open tasks as {@link #checkNow} does. Does nothing if
     * the attempt is not watched.
     */
    void answer(AttemptId attempt, TaskId task, String value);

    /**
     * Evaluates an attempt's open tasks now. Waits until the verdicts have been stored, at most for three times the
     * wave timeout. Does nothing if the attempt is not watched.
     */
    void checkNow(AttemptId attempt);
}

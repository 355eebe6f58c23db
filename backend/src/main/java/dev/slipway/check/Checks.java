package dev.slipway.check;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;

/**
 * Watches the machines of attempts and evaluates their open tasks: when a node engine reports an event, every 15 seconds
 * all the same, and when asked. Each verdict that differs from the one before is given to
 * {@link Verdicts}.
 */
public interface Checks {

    /** Starts watching an attempt whose sandbox is ready; a plan for the same attempt replaces the one before. */
    void watch(CheckPlan plan);

    /** Stops watching; does nothing for an attempt that is not watched. */
    void unwatch(AttemptId attempt);

    /** Notes what the learner has typed as the answer to a task, evaluates, and returns as {@link #checkNow} does. */
    void answer(AttemptId attempt, TaskId task, String value);

    /** Evaluates an attempt's open tasks now and returns when the verdicts have been stored. */
    void checkNow(AttemptId attempt);
}

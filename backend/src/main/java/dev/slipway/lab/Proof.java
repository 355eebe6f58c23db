package dev.slipway.lab;

import java.util.Map;
import java.util.Optional;

/**
 * A run that shows that a lab works, with the results that the tasks must have.
 *
 * @param script the solution that the run types; empty if the run leaves the lab untouched
 * @param runs number of runs
 * @param expected the required result of each named task
 */
public record Proof(
        String name, Optional<Script> script, int runs, Map<TaskId, Expected> expected, SourcePosition position) {
    public Proof {
        expected = Map.copyOf(expected);
    }

    /**
     * The solution that is typed into the terminals of the nodes.
     *
     * @param file path of the solution in the lab's folder
     */
    public record Script(String file, String text) {}

    /** The required result of a task. */
    public sealed interface Expected {

        /** The task must pass. */
        record Pass() implements Expected {}

        /**
         * The task must fail.
         *
         * @param assertion the kind of assertion that must have failed, such as {@code container.publishes}; if empty,
         *     any assertion may have failed
         */
        record Fail(Optional<String> assertion) implements Expected {}
    }
}

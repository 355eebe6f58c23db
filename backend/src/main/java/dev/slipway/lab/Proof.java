package dev.slipway.lab;

import java.util.Map;
import java.util.Optional;

/**
 * A run that shows that a lab works, and what must come of it.
 *
 * @param script what is typed; nothing for a lab that is left untouched
 * @param runs how often it is tried
 * @param expected what must have become of each task that is named
 */
public record Proof(
        String name, Optional<Script> script, int runs, Map<TaskId, Expected> expected, SourcePosition position) {
    public Proof {
        expected = Map.copyOf(expected);
    }

    /**
     * What is typed into the nodes' terminals.
     *
     * @param file where it stands in the lab's folder
     */
    public record Script(String file, String text) {}

    /** What must have become of a task. */
    public sealed interface Expected {

        record Pass() implements Expected {}

        /** @param assertion the kind that must have failed, such as {@code container.publishes}; any if there is none */
        record Fail(Optional<String> assertion) implements Expected {}
    }
}

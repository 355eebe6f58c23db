package dev.slipway.proof.script;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import java.util.Optional;

/** A step of a solution, as a learner would do it with the keyboard. */
public sealed interface Step {

    /** Switches to a terminal of a node. */
    record TurnTo(NodeName node, int terminal) implements Step {}

    /**
     * Types a line and Enter.
     *
     * @param prompted whether the next step must wait for a prompt
     */
    record Line(String text, boolean prompted, int number) implements Step {}

    /**
     * Presses keys, without Enter.
     *
     * @param names names of the keys, as the solution writes them
     */
    record Keys(String names, String bytes, int number) implements Step {}

    /** Waits until the terminal shows a text that it did not show when the last line was typed. */
    record Until(String text, int number) implements Step {}

    /**
     * Types an answer into a task's card.
     *
     * @param value the answer; if empty, the last line of the terminal's output
     */
    record Answer(TaskId task, Optional<String> value, int number) implements Step {}
}

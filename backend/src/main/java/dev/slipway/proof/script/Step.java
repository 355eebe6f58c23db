package dev.slipway.proof.script;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import java.util.Optional;

/** One thing that is done at a keyboard. */
public sealed interface Step {

    /** Turns to the first terminal of a node. */
    record TurnTo(NodeName node, int terminal) implements Step {}

    /**
     * Types a line and Enter.
     *
     * @param prompted whether a prompt comes back, to be waited for
     */
    record Line(String text, boolean prompted, int number) implements Step {}

    /**
     * Presses keys, without Enter.
     *
     * @param names as the solution has them
     */
    record Keys(String names, String bytes, int number) implements Step {}

    /** Waits until a text is shown that was not there when the last line was typed. */
    record Until(String text, int number) implements Step {}

    /**
     * Answers a task that asks for something.
     *
     * @param value what is typed into its card; if there is none, the last line that the terminal has shown
     */
    record Answer(TaskId task, Optional<String> value, int number) implements Step {}
}

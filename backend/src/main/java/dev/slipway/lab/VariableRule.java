package dev.slipway.lab;

import java.util.List;

/** The rule that chooses the value of a variable for an attempt. */
public sealed interface VariableRule {

    /** Chooses one of these values. */
    record Pick(List<String> options) implements VariableRule {
        public Pick {
            options = List.copyOf(options);
        }
    }

    /** Chooses a pronounceable random word. */
    record RandomWord() implements VariableRule {}
}

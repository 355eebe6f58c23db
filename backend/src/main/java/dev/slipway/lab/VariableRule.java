package dev.slipway.lab;

import java.util.List;

/** How a variable of an attempt gets its value. */
public sealed interface VariableRule {

    /** One of these. */
    record Pick(List<String> options) implements VariableRule {
        public Pick {
            options = List.copyOf(options);
        }
    }

    /** A pronounceable random word. */
    record RandomWord() implements VariableRule {}
}

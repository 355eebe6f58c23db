package dev.slipway.check.fact;

import java.util.Locale;

/**
 * The origin of a fact, which determines how far the fact can be trusted: a learner is root in the node and could fake
 * the engine of the node.
 */
public enum Source {
    /** The node engine's API. */
    ENGINE,
    /** A connection to the node from outside. */
    PROBE,
    /** A command that ran in the node; the learner can change its output. */
    EXEC,
    /** A text that the learner typed. */
    LEARNER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Source ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

package dev.slipway.check.fact;

import java.util.Locale;

/** Where a fact comes from, which says how far it can be trusted: a learner is root and could fake their own engine. */
public enum Source {
    /** The node engine's API. */
    ENGINE,
    /** A connection made to the node from outside. */
    PROBE,
    /** A command that ran in the node: what it says is for the learner to decide. */
    EXEC,
    /** Typed by the learner. */
    LEARNER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Source ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

package dev.slipway.attempt.persistence;

/** State of the facts of a stored verdict. */
public enum FactsState {
    /** The task has no later verdict; the facts are kept until they are too old. */
    STANDING,
    /** There is a later verdict: the facts are kept while there is room. */
    SUPERSEDED,
    /** Removed to keep the attempt's evidence below its limit. */
    NO_ROOM,
    /** Removed a long time after the attempt ended. */
    TOO_OLD
}

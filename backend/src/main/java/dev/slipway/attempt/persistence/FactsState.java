package dev.slipway.attempt.persistence;

/** State of the facts of a stored verdict. */
public enum FactsState {
    /** The task has no later verdict; the facts are kept until they are too old. */
    STANDING,
    /** The task has a later verdict; the facts are kept while the attempt's evidence is below its limit. */
    SUPERSEDED,
    /** The facts were removed to keep the attempt's evidence below its limit. */
    NO_ROOM,
    /** The facts were removed a long time after the attempt ended. */
    TOO_OLD
}

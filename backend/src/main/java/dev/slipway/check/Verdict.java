package dev.slipway.check;

import dev.slipway.lab.SourcePosition;

/** The outcome of one evaluation of a task's check. */
public sealed interface Verdict {

    record Passed() implements Verdict {}

    /**
     * The learner's machines are not as the task wants.
     *
     * @param assertion the kind of the assertion that failed, such as {@code container.publishes}
     * @param reason a sentence for the learner
     * @param seen what was found
     * @param expected what was wanted
     */
    record Failed(String assertion, SourcePosition position, String reason, String seen, String expected)
            implements Verdict {}

    /** The platform could not find out. Never the learner's fault. */
    record Errored(String cause) implements Verdict {}

    /** Finding out took too long. */
    record TimedOut(String cause) implements Verdict {}
}

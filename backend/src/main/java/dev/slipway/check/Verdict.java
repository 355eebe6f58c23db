package dev.slipway.check;

import dev.slipway.lab.SourcePosition;

/** The outcome of one evaluation of a task's check. */
public sealed interface Verdict {

    /** Returns whether both are the same outcome, such as failed, whatever their words. */
    default boolean isOfClass(Verdict other) {
        return getClass().equals(other.getClass());
    }

    /**
     * Returns whether a learner would notice no difference: the same outcome and words, and the same kind of assertion, on
     * which the next hint depends. The position in the lab's file is not shown to learners.
     */
    default boolean readsAs(Verdict other) {
        return switch (this) {
            case Failed(var assertion, var _, var reason, var seen, var expected) ->
                other instanceof Failed failed
                        && assertion.equals(failed.assertion())
                        && reason.equals(failed.reason())
                        && seen.equals(failed.seen())
                        && expected.equals(failed.expected());
            case Passed _, Errored _, TimedOut _ -> equals(other);
        };
    }

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

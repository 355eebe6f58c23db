package dev.slipway.check;

import dev.slipway.lab.SourcePosition;

/** The outcome of one evaluation of a task's check. */
public sealed interface Verdict {

    /** Returns whether both verdicts are the same kind of outcome, such as failed, even if their texts differ. */
    default boolean isOfClass(Verdict other) {
        return getClass().equals(other.getClass());
    }

    /**
     * Returns whether a learner would notice no difference between both verdicts: they have the same outcome, the same
     * texts and the same kind of assertion. The next hint depends on that kind. Learners do not see the position in the
     * lab's file, so it may differ.
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

    /** All assertions of the check hold. */
    record Passed() implements Verdict {}

    /**
     * An assertion of the check does not hold.
     *
     * @param assertion the kind of the assertion that failed, such as {@code container.publishes}
     * @param reason a sentence for the learner
     * @param seen the observed state, for the learner
     * @param expected the expected state, for the learner
     */
    record Failed(String assertion, SourcePosition position, String reason, String seen, String expected)
            implements Verdict {}

    /**
     * The platform could not evaluate the check. This is never the learner's fault. The cause is a sentence for the
     * learner.
     */
    record Errored(String cause) implements Verdict {}

    /** The evaluation took too long. The cause is a sentence for the learner. */
    record TimedOut(String cause) implements Verdict {}
}

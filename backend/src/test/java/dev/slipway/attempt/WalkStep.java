package dev.slipway.attempt;

import static dev.slipway.attempt.LabSamples.FIRST;
import static dev.slipway.attempt.LabSamples.SECOND;

import dev.slipway.check.Verdict;
import dev.slipway.lab.LabId;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.TaskId;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Step of a random walk over attempts and their machines. */
sealed interface WalkStep {
    int LEARNERS = 3;

    /** An action of a learner on their open attempt at a lab; the platform refuses most of them in some state. */
    record Acts(int learner, LabId lab, Verb verb) implements WalkStep {}

    /** A check stores its verdict on the attempt's machines, or on machines that the attempt had before. */
    record Judges(int learner, LabId lab, TaskId task, Verdict verdict, boolean onOldMachines) implements WalkStep {}

    record TimePasses(Duration time) implements WalkStep {}

    /** The platform runs its periodic jobs. */
    record Looks() implements WalkStep {}

    /** A container on the engine is changed from outside. */
    record Strikes(int container, Blow blow) implements WalkStep {}

    record EngineIsReachable(boolean now) implements WalkStep {}

    record PlatformRestarts() implements WalkStep {}

    /** Simultaneous requests and verdicts. */
    record AtOnce(List<WalkStep> steps) implements WalkStep {}

    enum Verb {
        START,
        RESTART,
        EXTEND,
        TAKE_HINT,
        ANSWER,
        CHECK_NOW,
        RESET_NODE,
        OPEN_PAGE,
        END,
        END_BY_ADMINISTRATOR
    }

    enum Blow {
        STOPS,
        VANISHES,
        IS_PAUSED
    }

    static Arbitrary<WalkStep> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(24, acts().map(step -> step)),
                Tuple.of(8, judges().map(step -> step)),
                Tuple.of(6, times().map(TimePasses::new)),
                Tuple.of(6, Arbitraries.create(Looks::new)),
                Tuple.of(4, strikes()),
                Tuple.of(2, Arbitraries.of(true, false).map(EngineIsReachable::new)),
                Tuple.of(1, Arbitraries.create(PlatformRestarts::new)),
                Tuple.of(
                        8,
                        Arbitraries.oneOf(acts(), judges())
                                .list()
                                .ofMinSize(2)
                                .ofMaxSize(4)
                                .map(AtOnce::new)));
    }

    private static Arbitrary<WalkStep> acts() {
        // Ends are rare, so that attempts live longer and reach more states.
        var verbs = Arbitraries.frequency(
                Tuple.of(5, Verb.START),
                Tuple.of(5, Verb.RESTART),
                Tuple.of(2, Verb.EXTEND),
                Tuple.of(1, Verb.TAKE_HINT),
                Tuple.of(1, Verb.ANSWER),
                Tuple.of(1, Verb.CHECK_NOW),
                Tuple.of(2, Verb.RESET_NODE),
                Tuple.of(2, Verb.OPEN_PAGE),
                Tuple.of(1, Verb.END),
                Tuple.of(1, Verb.END_BY_ADMINISTRATOR));
        return Combinators.combine(learners(), labs(), verbs).as(Acts::new);
    }

    private static Arbitrary<WalkStep> judges() {
        var verdicts = Arbitraries.<Verdict>of(
                new Verdict.Passed(),
                new Verdict.Failed("container.exists", new SourcePosition("lab.yaml", 1, 1), "None.", "0", "1"),
                new Verdict.Errored("the node does not answer"));
        return Combinators.combine(
                        learners(), labs(), Arbitraries.of(FIRST, SECOND), verdicts, Arbitraries.of(true, false))
                .as(Judges::new);
    }

    private static Arbitrary<WalkStep> strikes() {
        return Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.of(Blow.class))
                .as(Strikes::new);
    }

    /**
     * Times longer than a retry, than the idle time and than the lease; some are negative, as when a clock is set back.
     */
    private static Arbitrary<Duration> times() {
        return Arbitraries.of(
                Duration.ofSeconds(1),
                Duration.ofSeconds(31),
                Duration.ofMinutes(5),
                Duration.ofMinutes(21),
                Duration.ofMinutes(46),
                Duration.ofSeconds(-2));
    }

    private static Arbitrary<Integer> learners() {
        return Arbitraries.integers().between(0, LEARNERS - 1);
    }

    private static Arbitrary<LabId> labs() {
        return Arbitraries.of(LabSamples.aLab().id(), LabSamples.anotherLab().id());
    }
}

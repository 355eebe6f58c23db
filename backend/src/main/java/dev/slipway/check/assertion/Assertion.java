package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Remembered;
import java.util.Set;
import java.util.stream.Stream;

/** A statement about a sandbox that must be true for a check to pass. Its evaluation is a pure function of facts. */
sealed interface Assertion
        permits AnswerIs,
                AnyOf,
                ContainerAbsent,
                ContainerExists,
                ContainerExited,
                ContainerFileIs,
                ContainerImage,
                ContainerName,
                ContainerPublishes,
                ContainerRunning,
                DnsAnswers,
                DockerfileInstruction,
                EventCount,
                EventSeen,
                EventSequence,
                ExecPrints,
                HttpAnswers,
                ImageAbsent,
                ImageContains,
                ImageExists,
                ImageMadeFrom,
                NodeFileIs,
                NoneOf,
                ObjectIs,
                RegistryHas,
                TcpAnswers {

    /** Returns the facts that must be gathered before the evaluation. */
    Set<FactNeed<?>> needs();

    Outcome evaluate(Facts facts);

    /** Returns the events that must be kept because the evaluation looks for them. */
    default Stream<Remembered> remembers() {
        return Stream.empty();
    }

    /** Returns the expected state, in the words that a learner reads after "Expected:". */
    String expected();
}

package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Remembered;
import java.util.Set;
import java.util.stream.Stream;

/** One thing that a check wants to be so. A pure function of facts. */
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
                DockerfileSays,
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

    /** What has to be gathered before it can be judged. */
    Set<FactNeed<?>> needs();

    Outcome evaluate(Facts facts);

    /** Which events it may ask for. */
    default Stream<Remembered> remembers() {
        return Stream.empty();
    }

    /** What is wanted, as the end of "Expected: …". */
    String expected();
}

package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import java.util.Set;

/** One thing that a check wants to be so. A pure function of facts. */
sealed interface Assertion
        permits AnyOf,
                ContainerAbsent,
                ContainerExists,
                ContainerExited,
                ContainerFileIs,
                ContainerImage,
                ContainerPublishes,
                ContainerRunning,
                EventSeen,
                EventSequence,
                HttpAnswers,
                ImageAbsent,
                ImageCommittedFrom,
                ImageContains,
                ImageExists,
                NoneOf {

    /** What has to be gathered before it can be judged. */
    Set<FactNeed<?>> needs();

    Outcome evaluate(Facts facts);

    /** What is wanted, as the end of "Expected: …". */
    String expected();
}

package dev.slipway.check.run;

import static dev.slipway.check.run.Watching.ATTEMPT;
import static dev.slipway.check.run.Watching.FIRST;
import static dev.slipway.check.run.Watching.PUBLISHES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.check.Verdict;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests a task that fails with other words at each event, and is not evaluated without an event. */
class RewordingsTest extends OneNodeTest {
    private static final int CHANGES = 12;

    RewordingsTest() throws IOException {}

    /**
     * Adds a container with a wrong port at each wave. The verdict names eight containers and the number of the others.
     */
    @BeforeEach
    void changeWithEachWave() {
        node.runs("web", 8100);
        watching.watch(PUBLISHES);
        watching.awaitLast(Verdict.Failed.class);
        for (var change = 1; change <= CHANGES; change++) {
            var waves = node.waves();
            node.runs("web", 8100 + change);
            await().until(() -> node.waves() > waves);
        }
    }

    @Test
    void floodOfWordsIsPacedAndTheLastOnesAreStoredThoughNothingHappensAnyMore() {
        var began = System.nanoTime();

        await().untilAsserted(() -> assertThat(seen()).endsWith("and 5 more"));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(watching.verdicts(FIRST)).hasSizeLessThan(CHANGES);
    }

    @Test
    void learnerWhoAsksForACheckGetsTheNewestWords() {
        node.runs("web", 9000);

        watching.checks.checkNow(ATTEMPT);

        assertThat(seen()).endsWith("and 6 more");
    }

    private String seen() {
        return ((Verdict.Failed) watching.verdicts(FIRST).getLast()).seen();
    }
}

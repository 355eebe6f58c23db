package dev.slipway.check.run;

import static dev.slipway.check.run.Watching.ATTEMPT;
import static dev.slipway.check.run.Watching.FIRST;
import static dev.slipway.check.run.Watching.NODE;
import static dev.slipway.check.run.Watching.RUNS;
import static dev.slipway.check.run.Watching.SECOND;
import static dev.slipway.check.run.Watching.STOPPED;
import static dev.slipway.check.run.Watching.plan;
import static dev.slipway.check.run.Watching.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.check.Verdict;
import dev.slipway.lab.PassRule.Mode;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests how events of the engine affect checks. */
class CheckEventsTest extends OneNodeTest {
    CheckEventsTest() throws IOException {}

    @Test
    void taskPassesByItselfWhenTheEngineReportsSomething() {
        watching.watch(RUNS);
        watching.awaitLast(Verdict.Failed.class);
        await().until(() -> node.subscribers() == 1);

        node.runs("web", 8080);

        watching.awaitLast(Verdict.Passed.class);
        assertThat(watching.verdicts(FIRST)).hasSize(2);
    }

    @Test
    void eventsOfBeforeAreReadAgain() {
        node.reports("stop", "web");

        watching.watch(STOPPED);

        watching.awaitLast(Verdict.Passed.class);
    }

    @Test
    void restartedEngineLeavesAGapInTheFacts() {
        node.reports("start", "web");
        watching.watch(STOPPED);
        await().untilAsserted(() -> assertThat(watching.published)
                .last()
                .satisfies(event -> assertThat(event.facts().toJson()).contains("\"action\":\"start\"")));

        node.is(FakeNode.Mood.DOWN);
        node.is(FakeNode.Mood.WELL);

        await().untilAsserted(
                        () -> assertThat(watching.published.getLast().facts().toJson())
                                .contains("the engine was not answering")
                                .contains("\"action\":\"start\""));
    }

    @Test
    void replacedNodeForgetsWhatHappenedInTheOldOne() {
        var level = task(
                FIRST,
                Mode.LEVEL,
                Duration.ZERO,
                List.of(),
                "event.seen",
                "{'type': 'container', 'action': 'stop', 'name': 'web'}");
        node.reports("stop", "web");
        watching.watch(level);
        watching.awaitLast(Verdict.Passed.class);

        watching.checks.replaced(Watching.SANDBOX, NODE);

        watching.awaitLast(Verdict.Failed.class);
    }

    @Test
    void manyEventsCauseFewWaves() {
        watching.watch(RUNS);
        await().until(() -> node.subscribers() == 1);
        watching.checks.checkNow(ATTEMPT);
        var before = node.waves();

        for (var i = 0; i < 200; i++) {
            node.reports("top" + i, "web");
        }
        node.runs("web", 8080);

        watching.awaitLast(Verdict.Passed.class);
        assertThat(node.waves() - before).isLessThanOrEqualTo(4);
    }

    @Test
    void probesOfHealthWakeFewWavesAndPushOutNothingThatATaskRemembers() {
        node.reports("stop", "web");
        for (var probe = 0; probe < 300; probe++) {
            node.reportsProbe("probe" + probe);
        }
        var second = task(
                SECOND,
                "event.sequence",
                "[{'type': 'container', 'action': 'stop', 'name': 'web'}, {'type': 'container', 'action': 'destroy'}]");
        watching.watch(RUNS, second);
        await().until(() -> node.subscribers() == 1);
        watching.checks.checkNow(ATTEMPT);
        var before = node.waves();

        for (var probe = 300; probe < 600; probe++) {
            node.reportsProbe("probe" + probe);
        }
        node.isEmptied();

        await().untilAsserted(() -> assertThat(watching.verdicts(SECOND)).last().isInstanceOf(Verdict.Passed.class));
        assertThat(node.waves() - before).isLessThanOrEqualTo(3);
    }

    @Test
    void reconcilesWithoutAnEvent() {
        try (var often = new Watching(node, Watching.properties(Duration.ofMillis(200)))) {
            often.watch(task(FIRST, "http", "{'port': 8080}"));

            await().untilAsserted(() -> assertThat(often.verdicts(FIRST))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Verdict.Failed.class,
                            failed -> assertThat(failed.seen()).isEqualTo("nothing answers on port 8080")));
        }
    }

    @Test
    void idleAttemptsAskNothing() {
        for (var i = 0; i < 50; i++) {
            watching.checks.watch(
                    plan(new AttemptId(UUID.randomUUID()), new SandboxId("abcd%04d".formatted(i)), Set.of(), RUNS));
        }
        await().until(() -> node.subscribers() == 50 && watching.published.size() == 50);
        await().during(Duration.ofMillis(400)).until(new Unchanged(node)::holds);
    }

    /** Tells whether a node has received no request since the previous call. */
    private static final class Unchanged {
        private final FakeNode node;
        private int before;

        Unchanged(FakeNode node) {
            this.node = node;
            this.before = node.waves();
        }

        boolean holds() {
            var last = before;
            before = node.waves();
            return before == last;
        }
    }
}

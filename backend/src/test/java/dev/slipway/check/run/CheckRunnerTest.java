package dev.slipway.check.run;

import static dev.slipway.check.run.Watching.ATTEMPT;
import static dev.slipway.check.run.Watching.FIRST;
import static dev.slipway.check.run.Watching.NODE;
import static dev.slipway.check.run.Watching.RARELY;
import static dev.slipway.check.run.Watching.SECOND;
import static dev.slipway.check.run.Watching.plan;
import static dev.slipway.check.run.Watching.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.check.Verdict;
import dev.slipway.check.assertion.Assertions;
import dev.slipway.check.assertion.Parsed;
import dev.slipway.check.assertion.Scope;
import dev.slipway.check.fact.Facts;
import dev.slipway.lab.Task;
import dev.slipway.sandbox.NodeReplaced;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.shared.AttemptId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckRunnerTest {
    private static final Verdict PASSED = new Verdict.Passed();
    private static final Task RUNS = task(FIRST, "container.running", "{'name': 'web'}");
    private static final Task PUBLISHES =
            task(FIRST, "container.publishes", "{'name': 'web', 'host': '${PORT}', 'container': 80}");
    private static final Task STOPPED =
            task(FIRST, "event.seen", "{'type': 'container', 'action': 'stop', 'name': 'web'}");

    private final FakeNode node;
    private final Watching watching;

    CheckRunnerTest() throws IOException {
        node = new FakeNode();
        watching = new Watching(node, RARELY);
    }

    @AfterEach
    void close() {
        watching.close();
        node.close();
    }

    private void awaitVerdicts(Verdict... verdicts) {
        await().untilAsserted(() -> assertThat(watching.verdicts(FIRST)).containsExactly(verdicts));
    }

    private void awaitLast(Class<? extends Verdict> type) {
        await().untilAsserted(() -> assertThat(watching.verdicts(FIRST)).last().isInstanceOf(type));
    }

    @Test
    void answerIsJudgedAtOnceAndKeptAmongTheFacts() {
        watching.watch(task(FIRST, "answer", "{'in': ['42', 'forty-two']}"));
        watching.checks.checkNow(ATTEMPT);

        watching.checks.answer(ATTEMPT, FIRST, "41");
        watching.checks.answer(ATTEMPT, FIRST, " Forty-Two ");

        assertThat(watching.verdicts(FIRST))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Verdict.Failed.class),
                        second -> assertThat(second.toString()).contains("That is not the answer."),
                        third -> assertThat(third).isEqualTo(new Verdict.Passed()));
        assertThat(watching.published.getLast().facts())
                .contains("\"node1/answer first\":{\"source\":\"learner\",\"value\":{\"value\":\" Forty-Two \"}}");
    }

    @Test
    void taskPassesByItselfWhenTheEngineReportsSomething() {
        watching.watch(RUNS);
        awaitLast(Verdict.Failed.class);
        await().until(() -> node.subscribers() == 1);

        node.runs("web", 8080);

        awaitLast(Verdict.Passed.class);
        assertThat(watching.verdicts(FIRST)).hasSize(2);
    }

    @Test
    void wrongPortSaysWhichPortWasSeen() {
        node.runs("web", 8081);

        watching.watch(PUBLISHES);

        await().untilAsserted(() -> assertThat(watching.verdicts(FIRST))
                .singleElement()
                .isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
                    assertThat(failed.seen()).isEqualTo("8081 → 80/tcp");
                    assertThat(failed.expected()).isEqualTo("8080 → 80/tcp");
                }));
    }

    @Test
    void checkNowReturnsWithTheVerdictPublishedAndSameVerdictsOnlyOnce() {
        watching.watch(RUNS);

        watching.checks.checkNow(ATTEMPT);
        watching.checks.checkNow(ATTEMPT);
        watching.checks.checkNow(ATTEMPT);

        assertThat(watching.verdicts(FIRST)).singleElement().isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void storedFactsGiveTheSameVerdict() {
        node.runs("web", 8081);
        watching.watch(PUBLISHES);
        watching.checks.checkNow(ATTEMPT);
        var event = watching.published.getFirst();

        var parsed = Assertions.parse(PUBLISHES.check(), new Scope(Map.of("PORT", "8080"), List.of(NODE)));
        var again = ((Parsed.Read) parsed).check().evaluate(Facts.fromJson(event.facts()));

        assertThat(again).isEqualTo(event.verdict());
        assertThat(event.facts()).contains("\"source\":\"engine\"", "node1/containers");
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
    void taskIsEvaluatedOnceThoseItNeedsHavePassed() {
        var second =
                task(SECOND, Task.Mode.LATCH, Duration.ZERO, List.of(FIRST), "container.running", "{'image': 'httpd'}");
        watching.watch(RUNS, second);
        watching.checks.checkNow(ATTEMPT);
        assertThat(watching.verdicts(SECOND)).isEmpty();

        node.runs("web", 8080);

        await().untilAsserted(() -> assertThat(watching.verdicts(SECOND)).containsExactly(PASSED));
    }

    @Test
    void latchedTaskStaysPassedAndLevelTaskFallsBack() {
        var level = task(SECOND, Task.Mode.LEVEL, Duration.ZERO, List.of(), "container.running", "{'name': 'web'}");
        node.runs("web", 8080);
        watching.watch(RUNS, level);
        watching.checks.checkNow(ATTEMPT);

        node.isEmptied();
        watching.checks.checkNow(ATTEMPT);

        assertThat(watching.verdicts(FIRST)).containsExactly(PASSED);
        assertThat(watching.verdicts(SECOND)).hasSize(2).last().isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void whatHadPassedBeforeIsNotPublishedAgain() {
        node.runs("web", 8080);
        watching.watch(Set.of(FIRST), RUNS);

        watching.checks.checkNow(ATTEMPT);

        assertThat(watching.published).isEmpty();
    }

    @Test
    void checkMustHoldForAsLongAsTheTaskSays() {
        var hold = Duration.ofMillis(600);
        var began = System.nanoTime();
        node.runs("web", 8080);
        watching.watch(task(FIRST, Task.Mode.LATCH, hold, List.of(), "container.running", "{'name': 'web'}"));

        awaitVerdicts(PASSED);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(hold);
    }

    @Test
    void checkThatDoesNotHoldLongEnoughDoesNotPass() {
        node.runs("web", 8080);
        watching.watch(
                task(FIRST, Task.Mode.LATCH, Duration.ofSeconds(2), List.of(), "container.running", "{'name': 'web'}"));
        watching.checks.checkNow(ATTEMPT);

        node.isEmptied();

        awaitLast(Verdict.Failed.class);
        assertThat(watching.verdicts(FIRST)).doesNotContain(PASSED);
    }

    @Test
    void killedEngineIsAnErrorAndRecovers() {
        watching.watch(RUNS);
        watching.checks.checkNow(ATTEMPT);

        node.is(FakeNode.Mood.DOWN);
        watching.checks.checkNow(ATTEMPT);
        assertThat(watching.verdicts(FIRST))
                .last()
                .isEqualTo(new Verdict.Errored("The Docker Engine on node1 does not answer."));
        node.is(FakeNode.Mood.WELL);
        node.runs("web", 8080);

        awaitLast(Verdict.Passed.class);
    }

    @Test
    void unreachableNodeIsAnError() {
        node.is(FakeNode.Mood.UNREACHABLE);

        watching.watch(RUNS);

        awaitVerdicts(new Verdict.Errored("The Docker Engine on node1 cannot be reached at the moment."));
    }

    @Test
    void slowEngineIsATimeout() {
        node.is(FakeNode.Mood.HANGING);

        watching.watch(RUNS);

        awaitVerdicts(new Verdict.TimedOut("The Docker Engine on node1 did not answer in time."));
    }

    @Test
    void nonsenseIsAnError() {
        node.is(FakeNode.Mood.CONFUSED);

        watching.watch(RUNS);

        awaitVerdicts(new Verdict.Errored("The Docker Engine on node1 gave an answer that cannot be read."));
    }

    @Test
    void unreadableCheckIsAnError() {
        watching.watch(task(FIRST, "container.runing", "{}"));

        await().untilAsserted(() -> assertThat(watching.verdicts(FIRST))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Errored.class,
                        errored -> assertThat(errored.cause()).contains("There is no assertion container.runing.")));
    }

    @Test
    void eventsOfBeforeAreReadAgain() {
        node.reports("stop", "web");

        watching.watch(STOPPED);

        awaitLast(Verdict.Passed.class);
    }

    @Test
    void restartedEngineLeavesAGapInTheFacts() {
        node.reports("start", "web");
        watching.watch(STOPPED);
        await().untilAsserted(() -> assertThat(watching.published)
                .last()
                .satisfies(event -> assertThat(event.facts()).contains("\"action\":\"start\"")));

        node.is(FakeNode.Mood.DOWN);
        node.is(FakeNode.Mood.WELL);

        await().untilAsserted(() -> assertThat(watching.published.getLast().facts())
                .contains("the engine was not answering")
                .contains("\"action\":\"start\""));
    }

    @Test
    void replacedNodeForgetsWhatHappenedInTheOldOne() {
        var level = task(
                FIRST,
                Task.Mode.LEVEL,
                Duration.ZERO,
                List.of(),
                "event.seen",
                "{'type': 'container', 'action': 'stop', 'name': 'web'}");
        node.reports("stop", "web");
        watching.watch(level);
        awaitLast(Verdict.Passed.class);

        watching.checks.on(new NodeReplaced(Watching.SANDBOX, NODE));

        awaitLast(Verdict.Failed.class);
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

        awaitLast(Verdict.Passed.class);
        assertThat(node.waves() - before).isLessThanOrEqualTo(4);
    }

    @Test
    void idleAttemptsAskNothing() {
        for (var i = 0; i < 50; i++) {
            watching.checks.watch(plan(new AttemptId(UUID.randomUUID()), Set.of(), RUNS));
        }
        await().until(() -> node.subscribers() == 50 && watching.published.size() == 50);
        await().during(Duration.ofMillis(400)).until(new Unchanged(node)::holds);
    }

    @Test
    void frozenSandboxIsLeftAlone() {
        watching.sandboxWas(new SandboxState.Frozen());
        watching.watch(RUNS);
        watching.checks.checkNow(ATTEMPT);
        assertThat(node.waves()).isZero();

        watching.sandboxIs(new SandboxState.Ready());

        awaitLast(Verdict.Failed.class);
    }

    @Test
    void aWaveIntoWhichAFreezeFallsSaysNothing() {
        watching.watch(RUNS);
        awaitLast(Verdict.Failed.class);
        await().until(() -> node.subscribers() == 1);
        var published = watching.published.size();
        var waves = node.waves();
        node.whenAsked(() -> watching.sandboxIs(new SandboxState.Frozen()));
        node.runs("web", 8080);

        watching.checks.checkNow(ATTEMPT);
        await().until(() -> node.waves() > waves);
        watching.checks.checkNow(ATTEMPT);
        assertThat(watching.published).hasSize(published);

        node.whenAsked(() -> {});
        watching.sandboxIs(new SandboxState.Ready());
        awaitLast(Verdict.Passed.class);
        assertThat(watching.published).hasSize(published + 1);
    }

    @Test
    void unwatchReleasesEverything() {
        watching.watch(RUNS);
        await().until(() -> node.subscribers() == 1);
        watching.checks.checkNow(ATTEMPT);
        assertThat(node.openStreams()).isEqualTo(2);

        watching.checks.unwatch(ATTEMPT);

        await().until(() -> node.openStreams() == 0);
        assertThat(watching.checks.watched()).isZero();
    }

    @Test
    void endedSandboxIsNoLongerWatched() {
        watching.watch(RUNS);
        await().until(() -> node.subscribers() == 1);

        watching.sandboxIs(new SandboxState.Ended(SandboxState.EndReason.LEASE_EXPIRED));

        await().until(() -> node.openStreams() == 0);
        assertThat(watching.checks.watched()).isZero();
    }

    @Test
    void newPlanReplacesTheOneBefore() {
        watching.watch(RUNS);
        await().until(() -> node.subscribers() == 1);
        watching.checks.checkNow(ATTEMPT);

        watching.watch(PUBLISHES);

        await().untilAsserted(() -> assertThat(watching.verdicts(FIRST)).hasSize(2));
        await().until(() -> node.openStreams() == 2);
    }

    @Test
    void listenerMayUnwatchAndCheckNow() {
        var checked = new AtomicBoolean();
        node.runs("web", 8080);
        watching.listener(event -> {
            watching.checks.checkNow(ATTEMPT);
            watching.checks.unwatch(ATTEMPT);
            checked.set(true);
        });

        watching.watch(RUNS);

        await().untilTrue(checked);
        await().until(() -> node.openStreams() == 0);
    }

    @Test
    void verdictThatAListenerCouldNotTakeIsPublishedAgain() {
        var first = new AtomicBoolean(true);
        watching.listener(event -> {
            if (first.getAndSet(false)) {
                throw new IllegalStateException("the database is away");
            }
        });
        watching.watch(RUNS);
        await().untilFalse(first);

        watching.checks.checkNow(ATTEMPT);

        assertThat(watching.verdicts(FIRST)).hasSize(1);
    }

    @Test
    void checkNowOfAnAttemptThatIsNotWatchedDoesNothing() {
        watching.checks.checkNow(new AttemptId(UUID.randomUUID()));

        assertThat(watching.published).isEmpty();
    }

    /** Whether a node has been asked nothing since the last look. */
    private static final class Unchanged {
        private final FakeNode node;
        private final int before;

        Unchanged(FakeNode node) {
            this.node = node;
            this.before = node.waves();
        }

        boolean holds() {
            return node.waves() == before;
        }
    }
}

package dev.slipway.check.run;

import static dev.slipway.check.run.Watching.ATTEMPT;
import static dev.slipway.check.run.Watching.FIRST;
import static dev.slipway.check.run.Watching.NODE;
import static dev.slipway.check.run.Watching.PASSED;
import static dev.slipway.check.run.Watching.PUBLISHES;
import static dev.slipway.check.run.Watching.RUNS;
import static dev.slipway.check.run.Watching.SECOND;
import static dev.slipway.check.run.Watching.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.check.Verdict;
import dev.slipway.check.assertion.Assertions;
import dev.slipway.check.assertion.Parsed;
import dev.slipway.check.assertion.Scope;
import dev.slipway.check.fact.Facts;
import dev.slipway.lab.PassRule.Mode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Tests which tasks are evaluated, and the verdicts if facts cannot be gathered. */
class CheckRunnerTest extends OneNodeTest {
    CheckRunnerTest() throws IOException {}

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
        assertThat(watching.published.getLast().facts().toJson())
                .contains("\"node1/answer first\":{\"source\":\"learner\",\"value\":{\"value\":\" Forty-Two \"}}");
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
    void verdictDoesNotWaitForTheProbeOfAnotherTask() {
        var verdictsBeforeTheProbe = new CompletableFuture<List<Verdict>>();
        node.whenHeld(() -> verdictsBeforeTheProbe.complete(watching.verdicts(FIRST)));

        watching.watch(task(SECOND, "http", "{'port': %d, 'path': '/held'}".formatted(FakeNode.OPEN)), RUNS);

        assertThat(verdictsBeforeTheProbe)
                .succeedsWithin(Duration.ofSeconds(10))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .isInstanceOf(Verdict.Failed.class);
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
        var again = ((Parsed.Read) parsed)
                .check()
                .evaluate(Facts.fromJson(event.facts().toJson()));

        assertThat(again).isEqualTo(event.verdict());
        assertThat(event.facts().toJson()).contains("\"source\":\"engine\"", "node1/containers");
    }

    @Test
    void taskIsEvaluatedOnceThoseItNeedsHavePassed() {
        var second = task(SECOND, Mode.LATCH, Duration.ZERO, List.of(FIRST), "container.running", "{'image': 'httpd'}");
        watching.watch(RUNS, second);
        watching.checks.checkNow(ATTEMPT);
        assertThat(watching.verdicts(SECOND)).isEmpty();

        node.runs("web", 8080);

        await().untilAsserted(() -> assertThat(watching.verdicts(SECOND)).containsExactly(PASSED));
    }

    @Test
    void latchedTaskStaysPassedAndLevelTaskFallsBack() {
        var level = task(SECOND, Mode.LEVEL, Duration.ZERO, List.of(), "container.running", "{'name': 'web'}");
        node.runs("web", 8080);
        watching.watch(RUNS, level);
        watching.checks.checkNow(ATTEMPT);

        node.isEmptied();
        watching.checks.checkNow(ATTEMPT);

        assertThat(watching.verdicts(FIRST)).containsExactly(PASSED);
        assertThat(watching.verdicts(SECOND)).hasSize(2).last().isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void checkMustHoldForAsLongAsTheTaskSays() {
        var hold = Duration.ofMillis(600);
        var began = System.nanoTime();
        node.runs("web", 8080);
        watching.watch(task(FIRST, Mode.LATCH, hold, List.of(), "container.running", "{'name': 'web'}"));

        watching.awaitVerdicts(PASSED);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(hold);
    }

    @Test
    void checkThatDoesNotHoldLongEnoughDoesNotPass() {
        node.runs("web", 8080);
        watching.watch(
                task(FIRST, Mode.LATCH, Duration.ofSeconds(2), List.of(), "container.running", "{'name': 'web'}"));
        watching.checks.checkNow(ATTEMPT);

        node.isEmptied();

        watching.awaitLast(Verdict.Failed.class);
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

        watching.awaitLast(Verdict.Passed.class);
    }

    @Test
    void unreachableNodeIsAnError() {
        node.is(FakeNode.Mood.UNREACHABLE);

        watching.watch(RUNS);

        watching.awaitVerdicts(new Verdict.Errored("The Docker Engine on node1 cannot be reached at the moment."));
    }

    @Test
    void slowEngineIsATimeout() {
        node.is(FakeNode.Mood.HANGING);

        watching.watch(RUNS);

        watching.awaitVerdicts(new Verdict.TimedOut("The Docker Engine on node1 did not answer in time."));
    }

    @Test
    void nonsenseIsAnError() {
        node.is(FakeNode.Mood.CONFUSED);

        watching.watch(RUNS);

        watching.awaitVerdicts(new Verdict.Errored("The Docker Engine on node1 gave an answer that cannot be read."));
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
}

package dev.slipway.check.run;

import static dev.slipway.check.run.Watching.ATTEMPT;
import static dev.slipway.check.run.Watching.FIRST;
import static dev.slipway.check.run.Watching.PUBLISHES;
import static dev.slipway.check.run.Watching.RUNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.check.Verdict;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.shared.AttemptId;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Tests how the watch of an attempt starts, pauses and ends, and what its listeners may do. */
class CheckWatchesTest extends OneNodeTest {
    CheckWatchesTest() throws IOException {}

    @Test
    void whatHadPassedBeforeIsNotPublishedAgain() {
        node.runs("web", 8080);
        watching.watch(Set.of(FIRST), RUNS);

        watching.checks.checkNow(ATTEMPT);

        assertThat(watching.published).isEmpty();
    }

    @Test
    void frozenSandboxIsLeftAlone() {
        watching.sandboxWas(new SandboxState.Frozen());
        watching.watch(RUNS);
        watching.checks.checkNow(ATTEMPT);
        assertThat(node.waves()).isZero();

        watching.sandboxIs(new SandboxState.Ready());

        watching.awaitLast(Verdict.Failed.class);
    }

    @Test
    void aWaveIntoWhichAFreezeFallsSaysNothing() {
        watching.watch(RUNS);
        watching.awaitLast(Verdict.Failed.class);
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
        watching.awaitLast(Verdict.Passed.class);
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
                throw new IllegalStateException("the database cannot be reached");
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
}

package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxAlarms;
import dev.slipway.sandbox.SandboxAlarms.Alarm;
import dev.slipway.sandbox.SandboxModuleTest;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Ready;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a sandbox with an engine that hangs or cannot remove it. */
class EndingTest extends SandboxModuleTest {
    /** Limit for a clean-up that once took 70 seconds. */
    private static final Duration CLEAN_UP = Duration.ofSeconds(10);

    @Override
    protected String[] settings(Path folder) {
        return new String[] {"--slipway.sandbox.max-total=1", "--slipway.sandbox.starts=1000"};
    }

    @ParameterizedTest
    @ValueSource(strings = {"createNetwork", "createVolume", "createNode", "startNode"})
    void anEndDoesNotWaitUntilTheMachinesAreMade(String call) throws InterruptedException {
        var hanging = hangAt(call);
        var sandbox = running.sandboxes().request(aRequest());
        hanging.await();

        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);

        awaitEnded(sandbox);
    }

    @Test
    void anEndDoesNotWaitForACommandThatHangs() throws InterruptedException {
        var hanging = new CountDownLatch(1);
        engine.runProcesses((_, _) -> _ -> {
            hanging.countDown();
            sleepUntilKilled();
            return 0;
        });
        var sandbox = running.sandboxes().request(aRequest());
        hanging.await();

        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);

        awaitEnded(sandbox);
    }

    @Test
    void anEndDoesNotWaitForAFreezeThatTheNodeFights() throws InterruptedException {
        var sandbox = readySandbox();
        var hanging = hangAt("pauseNode");
        running.clock().advance(IDLE);
        running.freezeIdle();
        hanging.await();

        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);

        awaitEnded(sandbox);
    }

    @Test
    void anEndDoesNotWaitForAThawThatHangs() throws InterruptedException {
        var sandbox = readySandbox();
        freeze(sandbox);
        var hanging = hangAt("unpauseNode");
        running.sandboxes().active(sandbox.id());
        hanging.await();

        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);

        awaitEnded(sandbox);
    }

    @Test
    void whatCannotBeRemovedGivesItsPlaceBackAndRaisesAnAlarm() {
        var stuck = readySandbox();
        engine.beforeEachRemoval((call, name) -> {
            if (name.equals(container(stuck))) {
                throw new EngineException(Reason.TIMED_OUT, "remove node: the engine did not answer in time");
            }
        });
        var next = running.sandboxes().request(aRequest());
        running.sandboxes().end(stuck.id(), EndReason.ENDED_BY_LEARNER);
        awaitIdle(stuck);
        assertThat(alarms()).isEmpty();

        running.reconcile();

        await().untilAsserted(() -> assertThat(find(next).state()).isEqualTo(new Ready()));
        assertThat(find(stuck).state()).isEqualTo(new Ended(EndReason.ENDED_BY_LEARNER));
        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.sandbox()).isEqualTo(stuck.id());
            assertThat(alarm.cause()).contains("did not answer in time");
        });
        // The removal is retried with growing pauses, and the alarm ends after the engine can remove the sandbox.
        engine.beforeEachRemoval((call, name) -> {});
        running.clock().advance(Duration.ofDays(1));
        running.sweep();
        running.sweep();
        await().untilAsserted(() -> assertThat(alarms()).isEmpty());
        assertThat(engine.nodes(OURS)).extracting("name").doesNotContain(container(stuck));
    }

    private void awaitEnded(Sandbox sandbox) {
        await().atMost(CLEAN_UP).untilAsserted(() -> {
            assertThat(find(sandbox).state()).isEqualTo(new Ended(EndReason.ENDED_BY_LEARNER));
            assertThat(engine.nodes(OURS)).isEmpty();
        });
    }

    private List<Alarm> alarms() {
        return running.get(SandboxAlarms.class).current();
    }
}

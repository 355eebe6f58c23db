package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.LEASE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.FakeHostEngine;
import dev.slipway.sandbox.SandboxModuleTest;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Provisioning;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.SandboxState.Stage;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Provisioning and ending, also by a platform that is killed in between. */
class SandboxLifecycleTest extends SandboxModuleTest {

    @Test
    void makesASandboxStageByStage() {
        var sandbox = running.sandboxes().request(aRequest());

        awaitState(sandbox, Ready.class);
        assertThat(running.announced())
                .filteredOn(Provisioning.class::isInstance)
                .extracting(state -> ((Provisioning) state).stage())
                .containsSubsequence(Stage.NETWORK, Stage.NODES, Stage.ENGINES, Stage.FILES, Stage.SETUP);
        assertThat(find(sandbox).leaseEnds()).contains(running.clock().instant().plus(LEASE));
        var spec = engine.specOf(container(sandbox));
        assertThat(spec.image()).isEqualTo("slipway/node:test");
        assertThat(spec.mounts().storeVolume()).isEqualTo("store-1");
        assertThat(engine.networks(Map.of("dev.slipway.sandbox", sandbox.id().value())))
                .hasSize(1);
    }

    @Test
    void removesEverythingWhenASandboxEnds() {
        var sandbox = readySandbox();

        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);

        awaitState(sandbox, Ended.class);
        assertNothingIsLeft();
    }

    @Test
    void saysWhySetupFailedAndLeavesNothingBehind() {
        engine.runProcesses((container, process) -> process.command().contains("touch /root/ready")
                ? console -> {
                    console.printError("touch: no such place\n");
                    return 1;
                }
                : FakeHostEngine.succeeding());

        var sandbox = running.sandboxes().request(aRequest());

        awaitState(sandbox, Failed.class);
        assertThat(((Failed) find(sandbox).state()).cause())
                .contains("setup failed on node1", "status 1", "touch: no such place");
        await().untilAsserted(this::assertNothingIsLeft);
    }

    @Test
    void failsWithACauseWhenTheEngineRefuses() {
        engine.beforeEachCall(call -> {
            if (call.equals("startNode")) {
                throw new EngineException(EngineException.Reason.REFUSED, "no space left on device");
            }
        });

        var sandbox = running.sandboxes().request(aRequest());

        awaitState(sandbox, Failed.class);
        assertThat(((Failed) find(sandbox).state()).cause()).contains("no space left on device");
    }

    @Test
    void keepsNothingInMemoryOfASandboxThatFailedOrEnded() {
        var ended = readySandbox();
        running.sandboxes().end(ended.id(), EndReason.ENDED_BY_LEARNER);
        awaitState(ended, Ended.class);
        engine.beforeEachCall(call -> {
            if (call.equals("startNode")) {
                throw new EngineException(EngineException.Reason.REFUSED, "no space left on device");
            }
        });
        var failed = running.sandboxes().request(aRequest());
        awaitState(failed, Failed.class);

        await().until(() -> running.get(SandboxWorkers.class).isIdle());
    }

    @ParameterizedTest
    @ValueSource(strings = {"createNetwork", "createVolume", "createNode", "startNode"})
    void carriesOnWhereAKilledPlatformStopped(String call) throws InterruptedException {
        var reached = new CountDownLatch(1);
        engine.beforeEachCall(name -> {
            if (name.equals(call)) {
                reached.countDown();
                sleepUntilKilled();
            }
        });
        var sandbox = running.sandboxes().request(aRequest());
        reached.await();

        restart();

        awaitState(sandbox, Ready.class);
    }

    @Test
    void carriesOnWhereAKilledPlatformWroteAFile() throws InterruptedException {
        var reached = new CountDownLatch(1);
        engine.runProcesses((_, _) -> _ -> {
            reached.countDown();
            sleepUntilKilled();
            return 0;
        });
        var sandbox = running.sandboxes().request(aRequest());
        reached.await();
        engine.runProcesses((_, _) -> FakeHostEngine.succeeding());

        restart();

        awaitState(sandbox, Ready.class);
    }

    @Test
    void finishesAnEndThatAKilledPlatformBegan() throws InterruptedException {
        var sandbox = readySandbox();
        var reached = new CountDownLatch(1);
        engine.beforeEachCall(name -> {
            if (name.equals("removeVolume")) {
                reached.countDown();
                sleepUntilKilled();
            }
        });
        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);
        reached.await();

        restart();

        awaitState(sandbox, Ended.class);
        assertNothingIsLeft();
    }

    @Test
    void keepsAReadySandboxOverARestart() {
        var sandbox = readySandbox();
        var made = engine.nodes(Map.of()).getFirst();

        restart();

        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(engine.nodes(Map.of())).containsExactly(made);
    }

    private void assertNothingIsLeft() {
        assertThat(engine.nodes(OURS)).isEmpty();
        assertThat(engine.volumes(OURS)).isEmpty();
        assertThat(engine.networks(OURS)).isEmpty();
        assertThat(sockets()).isEmpty();
    }
}

package dev.slipway.sandbox.upkeep;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.sandbox.SandboxModuleTest;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.lifecycle.SandboxWorkers;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frozen sandboxes after restarts, and after changes to their nodes from outside. */
class FrozenRecoveryTest extends SandboxModuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"pauseNode", "unpauseNode"})
    void finishesWhatAKilledPlatformBegan(String call) throws InterruptedException {
        var sandbox = readySandbox();
        if (call.equals("unpauseNode")) {
            freeze(sandbox);
        }
        var reached = new CountDownLatch(1);
        engine.beforeEachCall(name -> {
            if (name.equals(call)) {
                reached.countDown();
                sleepUntilKilled();
            }
        });
        if (call.equals("pauseNode")) {
            running.clock().advance(IDLE);
            running.freezeIdle();
        } else {
            running.sandboxes().active(sandbox.id());
        }
        reached.await();

        restart();

        if (call.equals("pauseNode")) {
            awaitFrozen(sandbox);
        } else {
            awaitThawed(sandbox);
        }
    }

    @Test
    void aFrozenSandboxStaysFrozenOverARestartAndThawsAfterIt() {
        var sandbox = readySandbox();
        freeze(sandbox);

        restart();
        running.reconcile();
        assertThat(status(sandbox)).isEqualTo(Status.PAUSED);
        running.sandboxes().active(sandbox.id());

        awaitThawed(sandbox);
    }

    @Test
    void remembersOverARestartThatSomebodyWasAtWork() {
        var sandbox = readySandbox();
        running.clock().advance(IDLE.minusSeconds(1));
        running.sandboxes().active(sandbox.id());
        running.freezeIdle();

        var later = running.clock().instant().plus(IDLE.minusSeconds(1));
        restart();
        timeIs(later);
        running.freezeIdle();

        assertThat(running.get(SandboxWorkers.class).isBusy(sandbox.id())).isFalse();
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
    }

    @Test
    void unpausesANodeOfAnAwakeSandbox() {
        var sandbox = readySandbox();
        engine.pauseNode(container(sandbox));

        running.reconcile();

        await().untilAsserted(() -> assertThat(status(sandbox)).isEqualTo(Status.RUNNING));
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
    }

    @Test
    void pausesAgainWhatWasUnpausedBehindItsBack() {
        var sandbox = readySandbox();
        freeze(sandbox);
        engine.unpauseNode(container(sandbox));

        running.reconcile();

        await().untilAsserted(() -> assertThat(status(sandbox)).isEqualTo(Status.PAUSED));
        assertThat(find(sandbox).state()).isEqualTo(new Frozen());
    }

    @Test
    void givesUpAFrozenSandboxWhoseNodeIsGone() {
        var sandbox = readySandbox();
        freeze(sandbox);
        engine.removeNode(container(sandbox));

        running.reconcile();

        await().untilAsserted(() -> assertThat(find(sandbox).state()).isInstanceOf(Failed.class));
    }
}

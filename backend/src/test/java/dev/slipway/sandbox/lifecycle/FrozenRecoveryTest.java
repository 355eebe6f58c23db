package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Ready;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frozen sandboxes after restarts, and after changes to their nodes from outside. */
class FrozenRecoveryTest extends IdleSandboxTest {

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
            look();
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
        running.get(Reconciler.class).reconcile();
        assertThat(status(sandbox)).isEqualTo(Status.PAUSED);
        running.sandboxes().active(sandbox.id());

        awaitThawed(sandbox);
    }

    @Test
    void remembersOverARestartThatSomebodyWasAtWork() {
        var sandbox = readySandbox();
        running.clock().advance(IDLE.minusSeconds(1));
        running.sandboxes().active(sandbox.id());
        look();

        var later = running.clock().instant().plus(IDLE.minusSeconds(1));
        restart();
        timeIs(later);
        look();

        assertThat(running.get(SandboxWorkers.class).isBusy(sandbox.id())).isFalse();
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
    }

    @Test
    void unpausesANodeOfAnAwakeSandbox() {
        var sandbox = readySandbox();
        engine.pauseNode(container(sandbox));

        running.get(Reconciler.class).reconcile();

        await().untilAsserted(() -> assertThat(status(sandbox)).isEqualTo(Status.RUNNING));
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
    }

    @Test
    void pausesAgainWhatWasUnpausedBehindItsBack() {
        var sandbox = readySandbox();
        freeze(sandbox);
        engine.unpauseNode(container(sandbox));

        running.get(Reconciler.class).reconcile();

        await().untilAsserted(() -> assertThat(status(sandbox)).isEqualTo(Status.PAUSED));
        assertThat(find(sandbox).state()).isEqualTo(new Frozen());
    }

    @Test
    void givesUpAFrozenSandboxWhoseNodeIsGone() {
        var sandbox = readySandbox();
        freeze(sandbox);
        engine.removeNode(container(sandbox));

        running.get(Reconciler.class).reconcile();

        await().untilAsserted(() -> assertThat(find(sandbox).state()).isInstanceOf(Failed.class));
    }

    /** Blocks as the thread of a killed process does: the code after it never runs. */
    private static void sleepUntilKilled() {
        awaitLatch(new CountDownLatch(1));
    }
}

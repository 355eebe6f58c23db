package dev.slipway.sandbox.upkeep;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static dev.slipway.sandbox.SandboxSamples.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.sandbox.SandboxModuleTest;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.shared.NodeName;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Sandboxes with a node that stops or is lost. */
class NodeRepairTest extends SandboxModuleTest {
    private static final NodeName OTHER = new NodeName("node2");

    @Override
    protected String[] settings(Path folder) {
        return new String[] {"--slipway.sandbox.starts=1000"};
    }

    @Test
    void startsNodesThatStoppedWithTheirHost() {
        var sandbox = readySandbox();
        engine.stopNode(container(sandbox));

        running.reconcile();

        await().untilAsserted(() ->
                assertThat(engine.nodes(Map.of()).getFirst().status().name()).isEqualTo("RUNNING"));
    }

    @Test
    void givesUpASandboxWhoseNodeIsGone() {
        var sandbox = readySandbox();
        engine.removeNode(container(sandbox));

        running.reconcile();

        awaitState(sandbox, Failed.class);
    }

    @Test
    void aNodeThatIsLostKeepsTheOthers() {
        var sandbox = readySandbox(OTHER);
        engine.removeNode(container(sandbox, NODE));

        running.reconcile();

        await().untilAsserted(() -> assertThat(find(sandbox).brokenNodes()).containsOnlyKeys(NODE));
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(status(sandbox, OTHER)).isEqualTo(Status.RUNNING);
    }

    /** The engine reads files of a container's root before it starts it, and the learner controls those files. */
    @Test
    void recreatesANodeThatStoppedAndNeverStartsItAgain() {
        var sandbox = readySandbox();
        engine.stopNode(container(sandbox));
        var created = new AtomicInteger();
        var volumesRemoved = new AtomicInteger();
        var saidSo = new AtomicBoolean();
        engine.beforeEachCall(call -> {
            switch (call) {
                case "createNode" -> created.incrementAndGet();
                case "removeVolume" -> volumesRemoved.incrementAndGet();
                case "startNode" -> {
                    assertThat(status(sandbox)).isEqualTo(Status.CREATED);
                    saidSo.set(running.sandboxes().isBeingRecreated(sandbox.id(), NODE));
                }
                default -> {}
            }
        });

        running.reconcile();

        await().untilAsserted(() -> assertThat(status(sandbox)).isEqualTo(Status.RUNNING));
        awaitIdle(sandbox);
        assertThat(saidSo).isTrue();
        assertThat(running.sandboxes().isBeingRecreated(sandbox.id(), NODE)).isFalse();
        assertThat(created).hasValue(1);
        assertThat(volumesRemoved).hasValue(0);
    }

    @Test
    void aStoppedNodeThatDoesNotComeUpIsSaidToBeBroken() {
        var sandbox = readySandbox(OTHER);
        engine.stopNode(container(sandbox, NODE));
        failToStart();

        running.reconcile();

        await().untilAsserted(() -> assertThat(find(sandbox).brokenNodes()).containsOnlyKeys(NODE));
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
    }

    @Test
    void aNodeThatStoppedWhileFrozenAndDoesNotComeUpKeepsNoneOfTheOthersFrozen() {
        var sandbox = readySandbox(OTHER);
        running.clock().advance(IDLE);
        running.freezeIdle();
        await().untilAsserted(() -> assertThat(status(sandbox, OTHER)).isEqualTo(Status.PAUSED));
        awaitIdle(sandbox);
        engine.stopNode(container(sandbox, NODE));
        failToStart();

        running.sandboxes().awaken(sandbox.id());

        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(find(sandbox).brokenNodes()).containsOnlyKeys(NODE);
        assertThat(status(sandbox, OTHER)).isEqualTo(Status.RUNNING);
    }

    private void failToStart() {
        engine.beforeEachCall(call -> {
            if (call.equals("startNode")) {
                throw new EngineException(Reason.REFUSED, "no space left on device");
            }
        });
    }

    @Test
    void aSandboxThatIsMadeWhileTheReconcilerLooksIsNotGivenUp() {
        var made = new AtomicBoolean();
        engine.afterEachCall(call -> {
            if (made.compareAndSet(false, true)) {
                readySandbox();
            }
        });

        running.reconcile();

        var sandbox = running.sandboxes().open().getFirst();
        awaitIdle(sandbox);
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
    }

    @Test
    void aNodeThatIsResetWhileTheReconcilerLooksIsNotGivenUp() throws InterruptedException {
        var sandbox = readySandbox();
        var removed = new CountDownLatch(1);
        var listed = new CountDownLatch(1);
        engine.beforeEachCall(call -> {
            if (call.equals("createNode")) {
                removed.countDown();
                awaitLatch(listed);
            } else if (call.equals("nodes") && removed.getCount() > 0) {
                running.sandboxes().resetNode(sandbox.id(), NODE);
                awaitLatch(removed);
            }
        });
        engine.afterEachCall(call -> listed.countDown());

        running.reconcile();

        await().untilAsserted(() -> assertThat(status(sandbox)).isEqualTo(Status.RUNNING));
        awaitIdle(sandbox);
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(find(sandbox).brokenNodes()).isEmpty();
    }
}

package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static dev.slipway.sandbox.SandboxSamples.NODE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.fake.FakeProcess;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Sandboxes with a node that is reset, stops or is lost. */
class NodeRepairTest extends IdleSandboxTest {
    private static final NodeName OTHER = new NodeName("node2");

    @Override
    String[] settings() {
        return new String[] {"--slipway.sandbox.resets=3", "--slipway.sandbox.starts=1000"};
    }

    @Test
    void aFailedResetKeepsTheOtherNodesAndMayBeTriedAgain() {
        var sandbox = twoNodes();
        var other = statusOf(sandbox, OTHER);
        engine.beforeEachCall(call -> {
            if (call.equals("createNode")) {
                throw new EngineException(Reason.REFUSED, "no space left on device");
            }
        });

        running.sandboxes().resetNode(sandbox.id(), NODE);

        await().untilAsserted(() -> assertThat(find(sandbox).brokenNodes()).containsOnlyKeys(NODE));
        assertThat(find(sandbox).brokenNodes().get(NODE)).contains("no space left on device");
        assertThat(running.sandboxes().isBeingRecreated(sandbox.id(), NODE)).isFalse();
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(statusOf(sandbox, OTHER)).isEqualTo(other);
        running.get(Reconciler.class).reconcile();
        awaitIdle(sandbox);
        assertThat(find(sandbox).state()).isEqualTo(new Ready());

        engine.beforeEachCall(call -> {});
        running.sandboxes().resetNode(sandbox.id(), NODE);

        await().untilAsserted(() -> assertThat(find(sandbox).brokenNodes()).isEmpty());
        await().untilAsserted(() -> assertThat(statusOf(sandbox, NODE)).isEqualTo(Status.RUNNING));
    }

    @Test
    void aResetThatAKilledPlatformBeganIsDone() throws InterruptedException {
        var sandbox = twoNodes();
        var removed = new CountDownLatch(1);
        engine.beforeEachCall(call -> {
            if (call.equals("createNode")) {
                removed.countDown();
                awaitLatch(new CountDownLatch(1));
            }
        });
        running.sandboxes().resetNode(sandbox.id(), NODE);
        removed.await();
        assertThat(running.sandboxes().isBeingRecreated(sandbox.id(), NODE)).isTrue();
        assertThat(running.sandboxes().isBeingRecreated(sandbox.id(), OTHER)).isFalse();

        restart();

        await().untilAsserted(() -> assertThat(statusOf(sandbox, NODE)).isEqualTo(Status.RUNNING));
        awaitIdle(sandbox);
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(find(sandbox).brokenNodes()).isEmpty();
        assertThat(running.get(SandboxStore.class).nodesInReset(sandbox.id())).isEmpty();
    }

    @Test
    void aNodeThatIsLostKeepsTheOthers() {
        var sandbox = twoNodes();
        engine.removeNode(container(sandbox, NODE));

        running.get(Reconciler.class).reconcile();

        await().untilAsserted(() -> assertThat(find(sandbox).brokenNodes()).containsOnlyKeys(NODE));
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(statusOf(sandbox, OTHER)).isEqualTo(Status.RUNNING);
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

        running.get(Reconciler.class).reconcile();

        await().untilAsserted(() -> assertThat(status(sandbox)).isEqualTo(Status.RUNNING));
        awaitIdle(sandbox);
        assertThat(saidSo).isTrue();
        assertThat(running.sandboxes().isBeingRecreated(sandbox.id(), NODE)).isFalse();
        assertThat(created).hasValue(1);
        assertThat(volumesRemoved).hasValue(0);
    }

    @Test
    void aStoppedNodeThatDoesNotComeUpIsSaidToBeBroken() {
        var sandbox = twoNodes();
        engine.stopNode(container(sandbox, NODE));
        engine.runProcesses((container, process) -> FakeProcess.exiting(1));

        running.get(Reconciler.class).reconcile();

        await().untilAsserted(() -> assertThat(find(sandbox).brokenNodes()).containsOnlyKeys(NODE));
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
    }

    @Test
    void aNodeThatStoppedWhileFrozenAndDoesNotComeUpKeepsNoneOfTheOthersFrozen() {
        var sandbox = twoNodes();
        running.clock().advance(IDLE);
        look();
        await().untilAsserted(() -> assertThat(statusOf(sandbox, OTHER)).isEqualTo(Status.PAUSED));
        awaitIdle(sandbox);
        engine.stopNode(container(sandbox, NODE));
        engine.runProcesses((container, process) -> FakeProcess.exiting(1));

        running.sandboxes().awaken(sandbox.id());

        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(find(sandbox).brokenNodes()).containsOnlyKeys(NODE);
        assertThat(statusOf(sandbox, OTHER)).isEqualTo(Status.RUNNING);
    }

    @Test
    void aSandboxThatIsMadeWhileTheReconcilerLooksIsNotGivenUp() {
        var made = new AtomicBoolean();
        engine.afterEachCall(call -> {
            if (made.compareAndSet(false, true)) {
                readySandbox();
            }
        });

        running.get(Reconciler.class).reconcile();

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

        running.get(Reconciler.class).reconcile();

        await().untilAsserted(() -> assertThat(status(sandbox)).isEqualTo(Status.RUNNING));
        awaitIdle(sandbox);
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(find(sandbox).brokenNodes()).isEmpty();
    }

    @Test
    void resetsInALoopAreRefusedWithTheTimeToWait() {
        var owner = new AccountId(UUID.randomUUID());
        var sandbox = ready(running.sandboxes().request(aRequest(owner)));
        for (var reset = 0; reset < 3; reset++) {
            running.sandboxes().resetNode(sandbox.id(), NODE);
            awaitIdle(sandbox);
        }

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> running.sandboxes().resetNode(sandbox.id(), NODE))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(SandboxError.TOO_MANY_RESETS);
                    assertThat(refusal.arguments()).containsExactly(200L);
                });
        running.clock().advance(Duration.ofSeconds(200));
        running.sandboxes().resetNode(sandbox.id(), NODE);
    }

    private Sandbox twoNodes() {
        return ready(running.sandboxes().request(aRequest(new AccountId(UUID.randomUUID()), NODE, OTHER)));
    }

    private Sandbox ready(Sandbox sandbox) {
        await().untilAsserted(() -> assertThat(find(sandbox).state()).isEqualTo(new Ready()));
        return find(sandbox);
    }

    private void awaitIdle(Sandbox sandbox) {
        await().until(() -> !running.get(SandboxWorkers.class).isBusy(sandbox.id()));
    }

    private Status statusOf(Sandbox sandbox, NodeName node) {
        return engine.nodes(Map.of()).stream()
                .filter(found -> found.name().equals(container(sandbox, node)))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private static String container(Sandbox sandbox, NodeName node) {
        return "slipway-" + sandbox.id() + "-" + node;
    }
}

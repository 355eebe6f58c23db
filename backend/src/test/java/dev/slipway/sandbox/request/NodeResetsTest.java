package dev.slipway.sandbox.request;

import static dev.slipway.sandbox.SandboxSamples.NODE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxModuleTest;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.persistence.SandboxStore;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Resets of a node that its learner requests. */
class NodeResetsTest extends SandboxModuleTest {
    private static final NodeName OTHER = new NodeName("node2");

    @Override
    protected String[] settings(Path folder) {
        return new String[] {"--slipway.sandbox.resets=3", "--slipway.sandbox.starts=1000"};
    }

    @Test
    void recreatesTheNode() {
        var sandbox = readySandbox();
        var before = engine.nodes(Map.of()).getFirst();

        running.sandboxes().resetNode(sandbox.id(), NODE);

        await().untilAsserted(() -> assertThat(engine.nodes(Map.of()))
                .singleElement()
                .satisfies(node -> assertThat(node.createdAt()).isAfter(before.createdAt())));
    }

    @Test
    void aFailedResetKeepsTheOtherNodesAndMayBeTriedAgain() {
        var sandbox = readySandbox(OTHER);
        var other = status(sandbox, OTHER);
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
        assertThat(status(sandbox, OTHER)).isEqualTo(other);
        running.reconcile();
        awaitIdle(sandbox);
        assertThat(find(sandbox).state()).isEqualTo(new Ready());

        engine.beforeEachCall(call -> {});
        running.sandboxes().resetNode(sandbox.id(), NODE);

        await().untilAsserted(() -> assertThat(find(sandbox).brokenNodes()).isEmpty());
        await().untilAsserted(() -> assertThat(status(sandbox, NODE)).isEqualTo(Status.RUNNING));
    }

    @Test
    void aResetThatAKilledPlatformBeganIsDone() throws InterruptedException {
        var sandbox = readySandbox(OTHER);
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

        await().untilAsserted(() -> assertThat(status(sandbox, NODE)).isEqualTo(Status.RUNNING));
        awaitIdle(sandbox);
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(find(sandbox).brokenNodes()).isEmpty();
        assertThat(running.get(SandboxStore.class).nodesInReset(sandbox.id())).isEmpty();
    }

    @Test
    void aResetNodeOfAFrozenSandboxRuns() {
        var sandbox = readySandbox();
        freeze(sandbox);
        var before = engine.nodes(Map.of()).getFirst();

        running.sandboxes().resetNode(sandbox.id(), NODE);

        await().untilAsserted(() -> assertThat(engine.nodes(Map.of()))
                .singleElement()
                .satisfies(node -> assertThat(node.createdAt()).isAfter(before.createdAt())));
        awaitThawed(sandbox);
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
}

package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static dev.slipway.sandbox.SandboxSamples.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxModuleTest;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.persistence.SandboxStore;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Conditions under which a sandbox is frozen or stays awake. */
class FreezingTest extends SandboxModuleTest {

    @Test
    void freezesASandboxInWhichNobodyIsAtWork() {
        var sandbox = readySandbox();
        running.clock().advance(IDLE);

        running.freezeIdle();

        awaitFrozen(sandbox);
        assertThat(find(sandbox).leaseEnds()).isEqualTo(sandbox.leaseEnds());
        assertThat(running.sandboxes().open()).extracting(Sandbox::id).contains(sandbox.id());
    }

    @Test
    void leavesASandboxAloneInWhichSomebodyTypes() {
        var sandbox = readySandbox();
        running.clock().advance(IDLE.minusSeconds(1));
        running.sandboxes().active(sandbox.id());
        running.clock().advance(IDLE.minusSeconds(1));

        running.freezeIdle();

        assertThat(running.get(SandboxWorkers.class).isBusy(sandbox.id())).isFalse();
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
    }

    @Test
    void everyKeyInAShellCountsAsWork() throws IOException {
        var sandbox = readySandbox();
        try (var shell = streams().node(sandbox.id(), NODE).open(SHELL)) {
            running.clock().advance(IDLE.minusSeconds(1));
            shell.input().write('x');
            running.clock().advance(IDLE.minusSeconds(1));

            running.freezeIdle();

            assertThat(find(sandbox).state()).isEqualTo(new Ready());
        }
    }

    @Test
    void theIntentionIsCommittedBeforeTheEngineIsAsked() {
        var sandbox = readySandbox();
        var seen = new ConcurrentHashMap<String, String>();
        engine.beforeEachCall(call -> {
            if (call.endsWith("auseNode")) {
                var store = running.get(SandboxStore.class);
                seen.put(
                        call,
                        store.isIn(sandbox.id(), Phase.FROZEN)
                                ? "frozen"
                                : store.isIn(sandbox.id(), Phase.THAWING) ? "thawing" : "awake");
            }
        });

        freeze(sandbox);
        running.sandboxes().awaken(sandbox.id());

        assertThat(seen).isEqualTo(Map.of("pauseNode", "frozen", "unpauseNode", "thawing"));
    }

    @Test
    void goesOnWhenTheEngineRefusesToPause() {
        var sandbox = readySandbox();
        engine.beforeEachCall(call -> {
            if (call.equals("pauseNode")) {
                throw new EngineException(EngineException.Reason.REFUSED, "cannot freeze cgroup");
            }
        });
        running.clock().advance(IDLE);

        running.freezeIdle();

        await().until(() -> running.announced().contains(new Frozen()));
        awaitThawed(sandbox);
    }
}

package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static dev.slipway.sandbox.SandboxSamples.LEASE;
import static dev.slipway.sandbox.SandboxSamples.NODE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.TerminalSize;
import dev.slipway.engine.fake.FakeContainerEngine;
import dev.slipway.engine.fake.FakeProcess;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.persistence.SandboxRow.Phase;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreezingTest {
    private static final StreamRequest SHELL = StreamRequest.Shell.first(new TerminalSize(80, 24));

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Path folder;

    private final String database = UUID.randomUUID().toString();
    private final FakeContainerEngine engine = RunningSandboxes.anEngine();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningSandboxes running;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        running = RunningSandboxes.on(database, engine, folder);
    }

    @AfterEach
    void leaveNothingToTheNextTest() {
        engine.beforeEachCall(call -> {});
        engine.runProcesses((container, process) -> FakeProcess.printing(""));
        var open = running.sandboxes().open();
        open.forEach(sandbox -> running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_STAFF));
        await().until(() -> running.sandboxes().open().isEmpty());
        running.announced().clear();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void freezesASandboxInWhichNobodyIsAtWork() {
        var sandbox = readySandbox();
        running.clock().advance(IDLE);

        look();

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

        look();

        assertThat(running.get(Workshop.class).isBusy(sandbox.id())).isFalse();
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
    }

    @Test
    void everyKeyInAShellCountsAsWork() throws IOException {
        engine.runProcesses((container, process) -> shellWithoutHolder(process));
        var sandbox = readySandbox();
        try (var shell = streams().open(sandbox.id(), NODE, SHELL)) {
            running.clock().advance(IDLE.minusSeconds(1));
            shell.input().write('x');
            running.clock().advance(IDLE.minusSeconds(1));

            look();

            assertThat(find(sandbox).state()).isEqualTo(new Ready());
        }
    }

    @Test
    void theFirstKeyThawsAndArrives() throws IOException {
        engine.runProcesses((container, process) -> shellWithoutHolder(process));
        var sandbox = readySandbox();
        try (var shell = streams().open(sandbox.id(), NODE, SHELL)) {
            freeze(sandbox);

            shell.input().write("x".getBytes(UTF_8));
            shell.input().flush();

            awaitThawed(sandbox);
            assertThat(shell.output().read()).isEqualTo('x');
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell", "port"})
    void whatPeopleOpenThawsFirst(String what) {
        engine.runProcesses((container, process) -> shellWithoutHolder(process));
        var sandbox = readySandbox();
        freeze(sandbox);

        streams()
                .open(sandbox.id(), NODE, what.equals("shell") ? SHELL : new StreamRequest.Port(80))
                .close();

        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(status(sandbox)).isEqualTo(Status.RUNNING);
    }

    @Test
    void thePlatformsOwnLooksDoNotThaw() {
        var sandbox = readySandbox();
        freeze(sandbox);

        for (var request : new StreamRequest[] {
            new StreamRequest.NodeEngine(), new StreamRequest.Probe(80), StreamRequest.Command.of("true")
        }) {
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> streams().open(sandbox.id(), NODE, request))
                    .extracting(UserFacingException::code)
                    .isEqualTo(SandboxError.SANDBOX_NOT_READY);
        }

        assertThat(status(sandbox)).isEqualTo(Status.PAUSED);
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
    void aKeyWhileItIsBeingFrozenThawsItAgain() throws InterruptedException {
        var sandbox = readySandbox();
        var pausing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        engine.beforeEachCall(call -> {
            if (call.equals("pauseNode")) {
                pausing.countDown();
                awaitLatch(goOn);
            }
        });
        running.clock().advance(IDLE);
        look();
        pausing.await();

        running.sandboxes().active(sandbox.id());
        goOn.countDown();

        awaitThawed(sandbox);
    }

    @Test
    void manyKeysThawOnce() {
        var sandbox = readySandbox();
        freeze(sandbox);
        var unpaused = new AtomicInteger();
        engine.beforeEachCall(call -> {
            if (call.equals("unpauseNode")) {
                unpaused.incrementAndGet();
            }
        });

        for (var key = 0; key < 100; key++) {
            running.sandboxes().active(sandbox.id());
        }

        awaitThawed(sandbox);
        await().until(() -> !running.get(Workshop.class).isBusy(sandbox.id()));
        assertThat(unpaused).hasValue(1);
    }

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

        assertThat(running.get(Workshop.class).isBusy(sandbox.id())).isFalse();
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
    void startsAFrozenNodeThatStoppedWithItsHostWhenItIsUsed() {
        var sandbox = readySandbox();
        freeze(sandbox);
        engine.stopNode(container(sandbox));

        running.sandboxes().awaken(sandbox.id());

        assertThat(status(sandbox)).isEqualTo(Status.RUNNING);
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
    }

    @Test
    void givesUpAFrozenSandboxWhoseNodeIsGone() {
        var sandbox = readySandbox();
        freeze(sandbox);
        engine.removeNode(container(sandbox));

        running.get(Reconciler.class).reconcile();

        await().untilAsserted(() -> assertThat(find(sandbox).state()).isInstanceOf(Failed.class));
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

        look();

        await().until(() -> running.announced().contains(new Frozen()));
        awaitThawed(sandbox);
    }

    @Test
    void saysThatItCannotBeThawedAndTriesAgainWithTheNextKey() {
        var sandbox = readySandbox();
        freeze(sandbox);
        engine.beforeEachCall(call -> {
            if (call.equals("unpauseNode")) {
                throw new EngineException(EngineException.Reason.UNREACHABLE, "no engine");
            }
        });
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> running.sandboxes().awaken(sandbox.id()));
        assertThat(find(sandbox).state()).isEqualTo(new Frozen());

        engine.beforeEachCall(call -> {});
        running.sandboxes().active(sandbox.id());

        awaitThawed(sandbox);
    }

    @Test
    void theLeaseGoesOnWhileFrozenAndEndsIt() {
        var sandbox = readySandbox();
        freeze(sandbox);
        running.clock().advance(LEASE);

        running.get(Reaper.class).reap();

        await().untilAsserted(() -> assertThat(find(sandbox).state()).isEqualTo(new Ended(EndReason.LEASE_EXPIRED)));
        assertThat(engine.nodes(Map.of())).isEmpty();
    }

    @Test
    void aFrozenLeaseCanBeExtended() {
        var sandbox = readySandbox();
        freeze(sandbox);

        running.sandboxes().extend(sandbox.id(), Duration.ofMinutes(30));

        assertThat(find(sandbox).leaseEnds())
                .contains(sandbox.leaseEnds().orElseThrow().plus(Duration.ofMinutes(30)));
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
    void announcesALeaseThatComesToItsEndTwice() {
        var sandbox = readySandbox();
        var reaper = running.get(Reaper.class);
        reaper.reap();
        running.announced().clear();

        running.sandboxes().active(sandbox.id());
        running.clock().advance(LEASE.minusMinutes(10).minusSeconds(5));
        reaper.reap();
        assertThat(running.announced()).isEmpty();
        running.clock().advance(Duration.ofSeconds(10));
        reaper.reap();
        assertThat(running.announced()).hasSize(1);
        reaper.reap();
        assertThat(running.announced()).hasSize(1);
        running.clock().advance(Duration.ofMinutes(8));
        reaper.reap();

        assertThat(running.announced()).hasSize(2);
    }

    private void look() {
        running.get(IdleWatch.class).look();
    }

    private void freeze(Sandbox sandbox) {
        running.clock().advance(IDLE);
        look();
        awaitFrozen(sandbox);
        await().until(() -> !running.get(Workshop.class).isBusy(sandbox.id()));
    }

    private void restart() {
        var now = running.clock().instant();
        running.close();
        engine.beforeEachCall(call -> {});
        running = RunningSandboxes.on(database, engine, folder);
        timeIs(now);
    }

    private void timeIs(Instant now) {
        running.clock().advance(Duration.between(running.clock().instant(), now));
    }

    private Sandbox readySandbox() {
        var sandbox = running.sandboxes().request(aRequest());
        await().untilAsserted(() -> assertThat(find(sandbox).state()).isInstanceOf(Ready.class));
        return find(sandbox);
    }

    private NodeStreams streams() {
        return running.get(NodeStreams.class);
    }

    private void awaitFrozen(Sandbox sandbox) {
        awaitState(sandbox.id(), new Frozen(), Status.PAUSED);
    }

    private void awaitThawed(Sandbox sandbox) {
        awaitState(sandbox.id(), new Ready(), Status.RUNNING);
    }

    private void awaitState(SandboxId id, SandboxState state, Status status) {
        await().untilAsserted(() -> {
            assertThat(running.sandboxes().find(id).orElseThrow().state()).isEqualTo(state);
            assertThat(engine.nodes(Map.of()).getFirst().status()).isEqualTo(status);
        });
    }

    private Status status(Sandbox sandbox) {
        return engine.nodes(Map.of()).stream()
                .filter(node -> node.name().equals(container(sandbox)))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private static String container(Sandbox sandbox) {
        return "slipway-" + sandbox.id() + "-" + NODE;
    }

    private Sandbox find(Sandbox sandbox) {
        return running.sandboxes().find(sandbox.id()).orElseThrow();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new EngineException(EngineException.Reason.UNREACHABLE, "interrupted");
        }
    }

    /** Stands still as a killed process does: what comes after never happens. */
    private static void sleepUntilKilled() {
        awaitLatch(new CountDownLatch(1));
    }

    /** As in a node of an older image, which has no holder for shells. */
    private static FakeProcess shellWithoutHolder(ExecSpec process) {
        return process.command().getFirst().endsWith("slipway-shell")
                ? FakeProcess.exiting(127)
                : FakeProcess.echoing();
    }
}

package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.LEASE;
import static dev.slipway.sandbox.SandboxSamples.NODE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.database.OnBothDatabases;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.fake.FakeContainerEngine;
import dev.slipway.engine.fake.FakeProcess;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Provisioning;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.SandboxState.Requested;
import dev.slipway.sandbox.SandboxState.Stage;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
class SandboxLifecycleTest {
    private static final String[] SETTINGS = {"--slipway.sandbox.max-total=2", "--slipway.sandbox.max-per-owner=2"};

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Path folder;

    private final String database = UUID.randomUUID().toString();
    private final FakeContainerEngine engine = RunningSandboxes.anEngine();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningSandboxes running;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        running = RunningSandboxes.on(database, engine, folder, SETTINGS);
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
    void makesASandboxStageByStage() {
        var sandbox = running.sandboxes().request(aRequest());

        awaitState(sandbox.id(), Ready.class);
        assertThat(running.announced())
                .filteredOn(Provisioning.class::isInstance)
                .extracting(state -> ((Provisioning) state).stage())
                .containsSubsequence(Stage.NETWORK, Stage.NODES, Stage.ENGINES, Stage.FILES, Stage.SETUP);
        assertThat(find(sandbox.id()).leaseEnds())
                .contains(running.clock().instant().plus(LEASE));
        var spec = engine.specOf("slipway-" + sandbox.id() + "-node1");
        assertThat(spec.image()).isEqualTo("slipway/node:test");
        assertThat(spec.storeVolume()).isEqualTo("store-1");
        assertThat(engine.networks(Map.of("dev.slipway.sandbox", sandbox.id().value())))
                .hasSize(1);
    }

    @Test
    void givesAnAttemptOneSandbox() {
        var request = aRequest();

        var first = running.sandboxes().request(request);
        var second = running.sandboxes().request(request);

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void refusesMoreThanOnePersonMayHave() {
        var owner = new AccountId(UUID.randomUUID());
        running.sandboxes().request(aRequest(owner));
        running.sandboxes().request(aRequest(owner));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> running.sandboxes().request(aRequest(owner)))
                .extracting(UserFacingException::code)
                .isEqualTo(SandboxError.SANDBOX_LIMIT_REACHED);
    }

    @Test
    void queuesHonestlyAndLetsTheNextInWhenAPlaceIsFree() {
        var first = running.sandboxes().request(aRequest());
        awaitState(first.id(), Ready.class);
        awaitState(running.sandboxes().request(aRequest()).id(), Ready.class);
        running.clock().advance(Duration.ofSeconds(1));
        var third = running.sandboxes().request(aRequest());
        running.clock().advance(Duration.ofSeconds(1));
        var fourth = running.sandboxes().request(aRequest());
        assertThat(find(third.id()).state()).isEqualTo(new Requested(1));
        assertThat(find(fourth.id()).state()).isEqualTo(new Requested(2));

        running.sandboxes().end(first.id(), EndReason.ENDED_BY_LEARNER);

        awaitState(third.id(), Ready.class);
        assertThat(find(fourth.id()).state()).isEqualTo(new Requested(1));
    }

    @Test
    void removesEverythingWhenASandboxEnds() {
        var sandbox = readySandbox();

        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);

        awaitState(sandbox.id(), Ended.class);
        assertNothingIsLeft();
    }

    @Test
    void saysWhySetupFailedAndLeavesNothingBehind() {
        engine.runProcesses((container, process) -> process.command().contains("touch /root/ready")
                ? console -> {
                    console.printError("touch: no such place\n");
                    return 1;
                }
                : FakeProcess.printing(""));

        var sandbox = running.sandboxes().request(aRequest());

        awaitState(sandbox.id(), Failed.class);
        assertThat(((Failed) find(sandbox.id()).state()).cause())
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

        awaitState(sandbox.id(), Failed.class);
        assertThat(((Failed) find(sandbox.id()).state()).cause()).contains("no space left on device");
    }

    @Test
    void keepsNothingInMemoryOfASandboxThatFailedOrEnded() {
        var ended = readySandbox();
        running.sandboxes().end(ended.id(), EndReason.ENDED_BY_LEARNER);
        awaitState(ended.id(), Ended.class);
        engine.beforeEachCall(call -> {
            if (call.equals("startNode")) {
                throw new EngineException(EngineException.Reason.REFUSED, "no space left on device");
            }
        });
        var failed = running.sandboxes().request(aRequest());
        awaitState(failed.id(), Failed.class);

        await().until(() -> running.get(SandboxWorkers.class).isIdle());
    }

    @Test
    void reapsASandboxOnceItsLeaseExpires() {
        var sandbox = readySandbox();
        running.clock().advance(LEASE.plusSeconds(1));

        running.get(Reaper.class).reap();

        awaitState(sandbox.id(), Ended.class);
        assertThat(find(sandbox.id()).state()).isEqualTo(new Ended(EndReason.LEASE_EXPIRED));
    }

    @Test
    void doesNotReapAnExtendedLease() {
        var sandbox = readySandbox();
        running.sandboxes().extend(sandbox.id(), Duration.ofMinutes(30));
        running.clock().advance(LEASE.plusSeconds(1));

        running.get(Reaper.class).reap();

        assertThat(find(sandbox.id()).state()).isEqualTo(new Ready());
    }

    @Test
    void takesAllChangesThatComeAtOnce() throws InterruptedException {
        var sandbox = readySandbox();
        var before = sandbox.leaseEnds().orElseThrow();
        var minute = Duration.ofMinutes(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var changes = Collections.<Callable<Sandbox>>nCopies(
                    20, () -> running.sandboxes().extend(sandbox.id(), minute));
            assertThat(threads.invokeAll(changes))
                    .allSatisfy(change -> assertThat(change.state())
                            .as(() -> String.valueOf(change.exceptionNow()))
                            .isEqualTo(Future.State.SUCCESS));
        }

        assertThat(find(sandbox.id()).leaseEnds()).contains(before.plus(minute.multipliedBy(20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"createNetwork", "createVolume", "createNode", "startNode", "run", "open"})
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

        awaitState(sandbox.id(), Ready.class);
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

        awaitState(sandbox.id(), Ended.class);
        assertNothingIsLeft();
    }

    @Test
    void keepsAReadySandboxOverARestart() {
        var sandbox = readySandbox();
        var made = engine.nodes(Map.of()).getFirst();

        restart();

        assertThat(find(sandbox.id()).state()).isEqualTo(new Ready());
        assertThat(engine.nodes(Map.of())).containsExactly(made);
    }

    @Test
    void startsNodesThatStoppedWithTheirHost() {
        var sandbox = readySandbox();
        engine.stopNode("slipway-" + sandbox.id() + "-node1");

        running.get(Reconciler.class).reconcile();

        await().untilAsserted(() ->
                assertThat(engine.nodes(Map.of()).getFirst().status().name()).isEqualTo("RUNNING"));
    }

    @Test
    void givesUpASandboxWhoseNodeIsGone() {
        var sandbox = readySandbox();
        engine.removeNode("slipway-" + sandbox.id() + "-node1");

        running.get(Reconciler.class).reconcile();

        awaitState(sandbox.id(), Failed.class);
    }

    @Test
    void sweepsOrphansSeenTwiceAndNothingElse() {
        var sandbox = readySandbox();
        engine.createVolume("orphan", Map.of("dev.slipway.instance", "main", "dev.slipway.sandbox", "zzzzzzzz"));
        engine.createVolume("foreign", Map.of("somebody", "else"));
        running.clock().advance(Duration.ofDays(3650));
        var sweeper = running.get(OrphanSweeper.class);

        sweeper.sweep();
        assertThat(engine.volumes(Map.of())).extracting("name").contains("orphan");
        sweeper.sweep();

        await().untilAsserted(() -> assertThat(engine.volumes(Map.of()))
                .extracting("name")
                .contains("foreign")
                .doesNotContain("orphan"));
        assertThat(find(sandbox.id()).state()).isEqualTo(new Ready());
        assertThat(engine.nodes(Map.of())).hasSize(1);
    }

    @Test
    void makesANodeAnew() {
        var sandbox = readySandbox();
        var before = engine.nodes(Map.of()).getFirst();

        running.sandboxes().resetNode(sandbox.id(), NODE);

        await().untilAsserted(() -> assertThat(engine.nodes(Map.of()))
                .singleElement()
                .satisfies(node -> assertThat(node.createdAt()).isAfter(before.createdAt())));
    }

    private void restart() {
        running.close();
        engine.beforeEachCall(call -> {});
        running = RunningSandboxes.on(database, engine, folder, SETTINGS);
    }

    private Sandbox readySandbox() {
        var sandbox = running.sandboxes().request(aRequest());
        awaitState(sandbox.id(), Ready.class);
        return find(sandbox.id());
    }

    private void awaitState(SandboxId id, Class<? extends SandboxState> state) {
        await().untilAsserted(() -> assertThat(find(id).state()).isInstanceOf(state));
    }

    private Sandbox find(SandboxId id) {
        return running.sandboxes().find(id).orElseThrow();
    }

    private void assertNothingIsLeft() {
        var ours = Map.of("dev.slipway.instance", "main");
        assertThat(engine.nodes(ours)).isEmpty();
        assertThat(engine.volumes(ours)).isEmpty();
        assertThat(engine.networks(ours)).isEmpty();
    }

    /** Blocks as the thread of a killed process does: the code after it never runs. */
    private static void sleepUntilKilled() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new EngineException(EngineException.Reason.UNREACHABLE, "killed");
        }
    }
}

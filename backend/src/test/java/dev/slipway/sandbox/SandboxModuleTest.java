package dev.slipway.sandbox;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static dev.slipway.sandbox.SandboxSamples.NODE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.database.OnBothDatabases;
import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.fake.FakeContainerEngine;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.lifecycle.Leftovers;
import dev.slipway.sandbox.lifecycle.SandboxWorkers;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.NodeName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Base of tests of the module with a fake engine; the tests control its clock and run its periodic jobs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
public abstract class SandboxModuleTest {
    protected static final StreamRequest SHELL = StreamRequest.Shell.first(new TerminalSize(80, 24));

    /** Labels of all objects of the platform. */
    protected static final Map<String, String> OURS = Map.of("dev.slipway.instance", "main");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Path folder;

    private final String database = UUID.randomUUID().toString();
    protected final FakeContainerEngine engine = RunningSandboxes.anEngine();

    @SuppressWarnings("NullAway.Init") // set before all tests
    protected RunningSandboxes running;

    private volatile CountDownLatch answered = new CountDownLatch(1);

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        running = RunningSandboxes.on(database, engine, folder, settings(folder));
    }

    /**
     * Returns settings in the form of command-line arguments.
     *
     * @param folder files of the platform and of the test
     */
    protected String[] settings(Path folder) {
        return new String[0];
    }

    @AfterEach
    void leaveNothingToTheNextTest() {
        engine.beforeEachCall(call -> {});
        engine.afterEachCall(call -> {});
        engine.beforeEachRemoval((call, name) -> {});
        engine.runProcesses((container, process) -> FakeHostEngine.succeeding());
        var open = running.sandboxes().open();
        open.forEach(sandbox -> running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_STAFF));
        await().until(() -> running.sandboxes().open().isEmpty());
        await().untilAsserted(() -> assertThat(engine.nodes(OURS)).isEmpty());
        running.get(Leftovers.class).keepOnly(Set.of());
        running.announced().clear();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    /** Starts the platform again, as after a kill. */
    protected final void restart() {
        var now = running.clock().instant();
        running.close();
        engine.beforeEachCall(call -> {});
        running = RunningSandboxes.on(database, engine, folder, settings(folder));
        timeIs(now);
    }

    protected final void timeIs(Instant now) {
        running.clock().advance(Duration.between(running.clock().instant(), now));
    }

    protected final Sandbox readySandbox() {
        return ready(running.sandboxes().request(aRequest()));
    }

    /** Returns a ready sandbox with {@link SandboxSamples#NODE} and another node. */
    protected final Sandbox readySandbox(NodeName other) {
        return ready(running.sandboxes().request(aRequest(new AccountId(UUID.randomUUID()), NODE, other)));
    }

    protected final Sandbox ready(Sandbox sandbox) {
        awaitState(sandbox, Ready.class);
        return find(sandbox);
    }

    protected final Sandbox find(Sandbox sandbox) {
        return running.sandboxes().find(sandbox.id()).orElseThrow();
    }

    protected final NodeStreams streams() {
        return running.get(NodeStreams.class);
    }

    protected final void awaitState(Sandbox sandbox, Class<? extends SandboxState> state) {
        await().untilAsserted(() -> assertThat(find(sandbox).state()).isInstanceOf(state));
    }

    /** Waits until no work on a sandbox is in progress. */
    protected final void awaitIdle(Sandbox sandbox) {
        await().until(() -> !running.get(SandboxWorkers.class).isBusy(sandbox.id()));
    }

    /** Lets the platform freeze a sandbox that has one node. */
    protected final void freeze(Sandbox sandbox) {
        running.clock().advance(IDLE);
        running.freezeIdle();
        awaitFrozen(sandbox);
        awaitIdle(sandbox);
    }

    protected final void awaitFrozen(Sandbox sandbox) {
        awaitState(sandbox, new Frozen(), Status.PAUSED);
    }

    protected final void awaitThawed(Sandbox sandbox) {
        awaitState(sandbox, new Ready(), Status.RUNNING);
    }

    private void awaitState(Sandbox sandbox, SandboxState state, Status status) {
        await().untilAsserted(() -> {
            assertThat(find(sandbox).state()).isEqualTo(state);
            assertThat(status(sandbox)).isEqualTo(status);
        });
    }

    protected final Status status(Sandbox sandbox) {
        return status(sandbox, NODE);
    }

    protected final Status status(Sandbox sandbox, NodeName node) {
        return engine.nodes(Map.of()).stream()
                .filter(found -> found.name().equals(container(sandbox, node)))
                .findFirst()
                .orElseThrow()
                .status();
    }

    protected static String container(Sandbox sandbox) {
        return container(sandbox, NODE);
    }

    protected static String container(Sandbox sandbox, NodeName node) {
        return "slipway-" + sandbox.id() + "-" + node;
    }

    /** Returns the folders with sockets for agents. */
    protected final List<String> sockets() {
        return List.of(RunningSandboxes.agentsFolder(folder).toFile().list());
    }

    /** Lets a call hang as on an engine that does not answer; the returned latch opens when the call is reached. */
    protected final CountDownLatch hangAt(String call) {
        var reached = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        answered = answer;
        engine.beforeEachCall(name -> {
            if (name.equals(call)) {
                reached.countDown();
                awaitLatch(answer);
                throw new EngineException(Reason.REFUSED, "no");
            }
        });
        return reached;
    }

    /** Lets the call that hangs fail. */
    protected final void refuse() {
        engine.beforeEachCall(name -> {});
        answered.countDown();
    }

    /** Blocks as the thread of a killed process does: the code after it never runs. */
    protected static void sleepUntilKilled() {
        awaitLatch(new CountDownLatch(1));
    }

    protected static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new EngineException(Reason.UNREACHABLE, "interrupted");
        }
    }
}

package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static dev.slipway.sandbox.SandboxSamples.NODE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.database.OnBothDatabases;
import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.fake.FakeContainerEngine;
import dev.slipway.engine.fake.FakeProcess;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.SandboxId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Platform with a fake engine; the tests control its clock and run its jobs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
abstract class IdleSandboxTest {
    static final StreamRequest SHELL = StreamRequest.Shell.first(new TerminalSize(80, 24));

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Path folder;

    private final String database = UUID.randomUUID().toString();
    final FakeContainerEngine engine = RunningSandboxes.anEngine();

    @SuppressWarnings("NullAway.Init") // set before all tests
    RunningSandboxes running;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        running = RunningSandboxes.on(database, engine, folder, settings());
    }

    /** Returns settings in the form of command-line arguments. */
    String[] settings() {
        return new String[0];
    }

    @AfterEach
    void leaveNothingToTheNextTest() {
        engine.beforeEachCall(call -> {});
        engine.afterEachCall(call -> {});
        engine.beforeEachRemoval((call, name) -> {});
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

    void look() {
        running.get(IdleWatch.class).look();
    }

    void freeze(Sandbox sandbox) {
        running.clock().advance(IDLE);
        look();
        awaitFrozen(sandbox);
        await().until(() -> !running.get(SandboxWorkers.class).isBusy(sandbox.id()));
    }

    void restart() {
        var now = running.clock().instant();
        running.close();
        engine.beforeEachCall(call -> {});
        running = RunningSandboxes.on(database, engine, folder, settings());
        timeIs(now);
    }

    void timeIs(Instant now) {
        running.clock().advance(Duration.between(running.clock().instant(), now));
    }

    Sandbox readySandbox() {
        var sandbox = running.sandboxes().request(aRequest());
        await().untilAsserted(() -> assertThat(find(sandbox).state()).isInstanceOf(Ready.class));
        return find(sandbox);
    }

    NodeStreams streams() {
        return running.get(NodeStreams.class);
    }

    void awaitFrozen(Sandbox sandbox) {
        awaitState(sandbox.id(), new Frozen(), Status.PAUSED);
    }

    void awaitThawed(Sandbox sandbox) {
        awaitState(sandbox.id(), new Ready(), Status.RUNNING);
    }

    void awaitState(SandboxId id, SandboxState state, Status status) {
        await().untilAsserted(() -> {
            assertThat(running.sandboxes().find(id).orElseThrow().state()).isEqualTo(state);
            assertThat(engine.nodes(Map.of()).getFirst().status()).isEqualTo(status);
        });
    }

    Status status(Sandbox sandbox) {
        return engine.nodes(Map.of()).stream()
                .filter(node -> node.name().equals(container(sandbox)))
                .findFirst()
                .orElseThrow()
                .status();
    }

    static String container(Sandbox sandbox) {
        return "slipway-" + sandbox.id() + "-" + NODE;
    }

    Sandbox find(Sandbox sandbox) {
        return running.sandboxes().find(sandbox.id()).orElseThrow();
    }

    static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new EngineException(EngineException.Reason.UNREACHABLE, "interrupted");
        }
    }

    /** Returns a process as in a node of an older image, which has no holder for shells. */
    static FakeProcess shellWithoutHolder(ExecSpec process) {
        return process.command().getFirst().endsWith("slipway-shell")
                ? FakeProcess.exiting(127)
                : FakeProcess.echoing();
    }
}

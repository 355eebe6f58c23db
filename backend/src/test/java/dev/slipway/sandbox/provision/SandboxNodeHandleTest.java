package dev.slipway.sandbox.provision;

import static dev.slipway.sandbox.SandboxSamples.NODE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.database.OnBothDatabases;
import dev.slipway.engine.fake.FakeProcess;
import dev.slipway.sandbox.FakeHostEngine;
import dev.slipway.sandbox.NodeHandle;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A handle reads the stored plan of its sandbox at its first use only, and the sandbox's state at each use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
class SandboxNodeHandleTest {
    private static final StreamRequest.Shell SHELL = StreamRequest.Shell.first(new TerminalSize(80, 24));
    private static final StreamRequest.Probe PROBE = new StreamRequest.Probe(80);

    private final FakeHostEngine engine = RunningSandboxes.anEngine();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningSandboxes running;

    @BeforeAll
    void start(@TempDir Path folder) {
        engine.runProcesses((_, _) -> FakeProcess.echoing());
        running = RunningSandboxes.on(
                UUID.randomUUID().toString(),
                engine,
                folder,
                "--spring.jpa.properties.hibernate.generate_statistics=true");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    /** A use of a node that happens often. */
    enum Use {
        KEYSTROKE,
        PROBE_OF_A_PORT,
        REQUEST_OF_A_CHECK,
        COMMAND_OF_A_CHECK,
        REQUEST_OF_A_PREVIEW,
        ANOTHER_SHELL,
        LIST_OF_SHELLS
    }

    @ParameterizedTest
    @EnumSource
    void readsNoPlanAfterItsFirstUse(Use use) throws IOException {
        var sandbox = readySandbox();
        var node = node(sandbox, NODE);
        try (var shell = node.open(SHELL)) {
            // A background thread may load the sandbox during one try.
            await().untilAsserted(() -> {
                var before = loads();
                use(node, shell, use);
                assertThat(loads()).isEqualTo(before);
            });
        } finally {
            end(sandbox);
        }
    }

    @Test
    void eachNewHandleReadsThePlan() {
        var sandbox = readySandbox();
        var before = loads();

        node(sandbox, NODE).open(PROBE).close();

        assertThat(loads()).isGreaterThan(before);
        end(sandbox);
    }

    @Test
    void refusesStreamsOnceItsSandboxHasEnded() {
        var sandbox = readySandbox();
        var node = node(sandbox, NODE);
        node.open(PROBE).close();

        end(sandbox);

        assertRefused(node, SandboxError.SANDBOX_NOT_READY);
    }

    @Test
    void mayBeHeldFromBeforeItsSandboxIsReady() {
        var sandbox = running.sandboxes().request(aRequest());
        var node = node(sandbox, NODE);
        awaitReady(sandbox);

        node.open(PROBE).close();

        end(sandbox);
    }

    @Test
    void refusesStreamsIntoANodeThatTheSandboxDoesNotHave() {
        var sandbox = readySandbox();

        assertRefused(node(sandbox, new NodeName("missing")), SandboxError.NODE_NOT_FOUND);

        end(sandbox);
    }

    private static void use(NodeHandle node, NodeStream shell, Use use) throws IOException {
        switch (use) {
            case KEYSTROKE -> shell.input().write('x');
            case PROBE_OF_A_PORT -> node.open(PROBE).close();
            case REQUEST_OF_A_CHECK -> node.open(new StreamRequest.NodeEngine()).close();
            case COMMAND_OF_A_CHECK -> node.run(StreamRequest.Command.of("true"), Duration.ofSeconds(5), 100);
            case REQUEST_OF_A_PREVIEW -> node.open(new StreamRequest.Port(80)).close();
            case ANOTHER_SHELL ->
                node.open(new StreamRequest.Shell(2, Optional.empty())).close();
            case LIST_OF_SHELLS -> node.shells();
        }
    }

    private static void assertRefused(NodeHandle node, SandboxError error) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> node.open(PROBE))
                .extracting(UserFacingException::code)
                .isEqualTo(error);
    }

    private Sandbox readySandbox() {
        var sandbox = running.sandboxes().request(aRequest());
        awaitReady(sandbox);
        return sandbox;
    }

    private void awaitReady(Sandbox sandbox) {
        await().until(() -> running.sandboxes().isLive(sandbox.id()));
    }

    private void end(Sandbox sandbox) {
        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_STAFF);
        await().until(() -> running.sandboxes().open().isEmpty());
    }

    private NodeHandle node(Sandbox sandbox, NodeName name) {
        return running.get(NodeStreams.class).node(sandbox.id(), name);
    }

    /** Returns how many sandboxes were loaded with their plans so far. */
    private long loads() {
        var factory = running.get(EntityManagerFactory.class).unwrap(SessionFactory.class);
        return factory.getStatistics()
                .getEntityStatistics(SandboxEntity.class.getName())
                .getLoadCount();
    }
}

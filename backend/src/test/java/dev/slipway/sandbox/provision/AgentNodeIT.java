package dev.slipway.sandbox.provision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.slipway.sandbox.HeldShell;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.NodeStreamsContract;
import dev.slipway.sandbox.OneReadySandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.StreamRequest.Command;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.sandbox.agent.AgentStreams;
import dev.slipway.sandbox.agent.Agents;
import dev.slipway.sandbox.agent.SomeAgents;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the contract through the agent of a node of the host engine that {@code slipway.engine.socket} and {@code
 * slipway.images} name. The platform starts the agent.
 */
class AgentNodeIT extends NodeStreamsContract {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int COMMANDS = 2000;
    private static final int AT_ONCE = 20;
    private static final long LARGE = 200_000_000;
    private static RealNode node;
    private static Agents agents;

    @BeforeAll
    static void start(@TempDir Path folder) {
        node = RealNode.started(SANDBOX, NODE);
        agents = SomeAgents.of(node.engine(), folder);
    }

    @AfterAll
    static void stop() {
        agents.close();
        node.close();
    }

    @Override
    protected NodeStreams streams() {
        var sandboxes = new OneReadySandbox(SANDBOX, NODE);
        return (sandbox, name) ->
                new SandboxNodeHandle(sandboxes, sandbox, name, () -> connector(sandboxes, sandbox, name));
    }

    private static NodeConnector connector(OneReadySandbox sandboxes, SandboxId sandbox, NodeName name) {
        var found = sandboxes.find(sandbox).orElseThrow(() -> new UserFacingException(SandboxError.SANDBOX_NOT_FOUND));
        if (!found.has(name)) {
            throw new UserFacingException(SandboxError.NODE_NOT_FOUND, name);
        }
        return new AgentConnector(new AgentStreams(agents, node.container(), () -> {}));
    }

    @Test
    void manyShortCommandsLoseNothing() {
        var wrong = new ConcurrentLinkedQueue<String>();
        var right = new AtomicInteger();

        IntStream.range(0, AT_ONCE)
                .mapToObj(worker -> Thread.ofVirtual().start(() -> {
                    for (var i = worker; i < COMMANDS; i += AT_ONCE) {
                        echo(Integer.toString(i)).ifPresentOrElse(wrong::add, right::incrementAndGet);
                    }
                }))
                .toList()
                .forEach(AgentNodeIT::join);

        assertThat(wrong).isEmpty();
        assertThat(right).hasValue(COMMANDS);
    }

    /** Lets the node print a text. Returns a description of a wrong result. */
    private Optional<String> echo(String text) {
        try {
            var printed = run(Command.of("echo", text));
            return printed.equals(text + "\n") ? Optional.empty() : Optional.of(text + " gave " + printed);
        } catch (NodeException e) {
            return Optional.of(text + " failed: " + e.getMessage());
        }
    }

    @Test
    void muchOutputArrivesWholeWhileAnotherStreamIsQuick() throws IOException {
        var flood = streams().node(SANDBOX, NODE).open(Command.of("head", "-c", Long.toString(LARGE), "/dev/zero"));
        try (flood) {
            assertThat(run(Command.of("echo", "beside"))).isEqualTo("beside\n");

            var count = 0L;
            var buffer = new byte[64 * 1024];
            for (int length; (length = flood.output().read(buffer)) >= 0; ) {
                count += length;
            }
            assertThat(count).isEqualTo(LARGE);
            assertThat(flood.exitStatus(SOON)).isZero();
        }
    }

    @Test
    void shellOutlivesTheAgent() throws IOException {
        var request = new StreamRequest.Shell(900, Optional.of(new TerminalSize(80, 24)));
        long epoch;
        try (var shell = (HeldShell) streams().node(SANDBOX, NODE).open(request)) {
            epoch = shell.epoch();
            shell.input().write("word=kept; echo re''ady\r".getBytes(UTF_8));
            readUntil(shell, "ready");
            node.sh("pkill -9 -f 'slipway-agent --stdio'");

            assertThatIOException().isThrownBy(() -> shell.output().readAllBytes());
        }

        try (var again = (HeldShell) streams().node(SANDBOX, NODE).open(request)) {
            again.input().write("echo still-$word\r".getBytes(UTF_8));

            readUntil(again, "still-kept");
            assertThat(again.epoch()).isEqualTo(epoch);
        }
    }

    private String run(Command command) {
        return streams().node(SANDBOX, NODE).run(command, SOON, 1000).output();
    }

    private static void readUntil(HeldShell shell, String text) throws IOException {
        var seen = new StringBuilder();
        var buffer = new byte[4096];
        while (seen.indexOf(text) < 0) {
            var length = shell.output().read(buffer);
            assertThat(length).as("read so far: %s", seen).isPositive();
            seen.append(new String(buffer, 0, length, UTF_8));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

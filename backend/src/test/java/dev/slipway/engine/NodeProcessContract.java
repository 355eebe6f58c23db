package dev.slipway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Contract of every {@link ContainerEngine} for processes in a node, and the node for its tests. */
public abstract class NodeProcessContract {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int LIMIT = 1000;

    final String id = UUID.randomUUID().toString().substring(0, 8);
    final Map<String, String> labels = Map.of("dev.slipway.instance", "test-" + id);
    protected final String name = "slipway-test-" + id;

    protected abstract ContainerEngine engine();

    /** The image of nodes, with a shell, coreutils, and a long-running default command. */
    protected abstract String image();

    /** A volume with an image store in it. */
    protected abstract String storeVolume();

    @AfterEach
    void removeEverything() {
        engine().nodes(labels).forEach(node -> engine().removeNode(node.name()));
        engine().networks(labels).forEach(network -> engine().removeNetwork(network.name()));
        // Not by their labels: a test without volumes of its own leaves it to the engine to make them, without labels.
        engine().removeVolume(name);
    }

    @Test
    void runsCommandsToTheirEnd() {
        startedNode();

        var result = run("sh", "-c", "echo out; echo err >&2; exit 3");

        assertThat(result).isEqualTo(new ExecResult(3, "out\n", "err\n", false));
    }

    @Test
    void givesCommandsNoInput() {
        startedNode();

        assertThat(run("cat")).isEqualTo(new ExecResult(0, "", "", false));
    }

    @Test
    void cutsOutputAtTheLimit() {
        startedNode();

        var result = run("head", "-c", "5000000", "/dev/zero");

        assertThat(result.succeeded()).isTrue();
        assertThat(result.truncated()).isTrue();
        assertThat(result.output()).hasSize(LIMIT);
    }

    @Test
    void givesUpOnCommandsThatDoNotEnd() {
        startedNode();

        failsWith(
                Reason.TIMED_OUT,
                () -> engine().run(name, ExecSpec.command("sleep", "30"), Duration.ofMillis(300), LIMIT));
        // An engine that is quick enough meets the limit of what is read before the deadline.
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() ->
                        engine().run(name, ExecSpec.command("timeout", "3", "yes"), Duration.ofMillis(300), LIMIT))
                .extracting(EngineException::reason)
                .isIn(Reason.TIMED_OUT, Reason.REFUSED);
    }

    @Test
    void givesUpOnCommandsThatWriteWithoutEnd() {
        startedNode();

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine().run(name, ExecSpec.command("yes"), Duration.ofMinutes(5), LIMIT))
                .extracting(EngineException::reason)
                .isEqualTo(Reason.REFUSED);
    }

    @Test
    void givesProcessesTheirEnvironmentAndDirectory() {
        startedNode();
        var spec = new ExecSpec(
                List.of("sh", "-c", "echo $GREETING; pwd; id -u"),
                Map.of("GREETING", "hello"),
                "/tmp",
                Optional.empty());

        assertThat(engine().run(name, spec, SOON, LIMIT).output()).isEqualTo("hello\n/tmp\n0\n");
    }

    @Test
    void carriesBytesBothWaysAndEndsTheInputAlone() throws IOException {
        startedNode();
        var sent = new byte[300_000];
        for (var index = 0; index < sent.length; index++) {
            sent[index] = (byte) index;
        }

        try (var stream = engine().open(name, ExecSpec.command("cat"))) {
            var writer = Thread.ofVirtual().start(() -> writeAndEnd(stream, sent));
            var received = stream.output().readAllBytes();

            assertThat(received).isEqualTo(sent);
            assertThat(stream.exitStatus(SOON)).isZero();
            assertThat(joined(writer)).isTrue();
        }
    }

    @Test
    void keepsStandardErrorApart() throws IOException {
        startedNode();

        try (var stream = engine().open(name, ExecSpec.command("sh", "-c", "echo out; echo err >&2; exit 3"))) {
            assertThat(new String(stream.output().readAllBytes(), UTF_8)).isEqualTo("out\n");
            assertThat(stream.error()).isEqualTo("err\n");
            assertThat(stream.exitStatus(SOON)).isEqualTo(3);
        }
    }

    @Test
    void connectsTerminalsAndTellsThemTheirSize() throws IOException {
        startedNode();

        try (var stream = engine().open(name, terminal("sh"))) {
            write(stream, "stty size\n");
            assertThat(readUntil(stream.output(), "24 80")).contains("24 80");

            stream.resize(new PtySize(132, 43));
            write(stream, "stty size\n");
            assertThat(readUntil(stream.output(), "43 132")).contains("43 132");

            write(stream, "exit 5\n");
            stream.output().transferTo(OutputStream.nullOutputStream());
            assertThat(stream.exitStatus(SOON)).isEqualTo(5);
            stream.resize(new PtySize(80, 24));
        }
    }

    @Test
    void saysThatAProcessIsStillRunning() {
        startedNode();

        try (var stream = engine().open(name, ExecSpec.command("cat"))) {
            failsWith(Reason.TIMED_OUT, () -> stream.exitStatus(Duration.ofMillis(50)));
        }
    }

    @Test
    void slowsAProcessDownThatNobodyReads() throws IOException {
        startedNode();
        var counted = new AtomicLong();

        try (var stream = engine().open(name, ExecSpec.command("cat"))) {
            Thread.ofVirtual().start(() -> writeUntilClosed(stream, counted));

            // Everything in between has some buffers; then nothing moves.
            await().during(Duration.ofMillis(500))
                    .atMost(SOON)
                    .until(() -> counted.get() > 0
                            && counted.get() < DataSize.ofMegabytes(16).toBytes());
            var stalled = counted.get();
            await().during(Duration.ofMillis(300)).atMost(SOON).until(() -> counted.get() == stalled);
            assertThat(stream.output().readNBytes((int) stalled)).hasSize((int) stalled);
            await().atMost(SOON).until(() -> counted.get() > stalled);
        }
    }

    @Test
    void closesFromAnotherThread() {
        startedNode();
        var stream = engine().open(name, ExecSpec.command("cat"));
        var read = new FutureTask<>(() -> stream.output().read());
        Thread.ofVirtual().start(read);
        await().during(Duration.ofMillis(100)).until(() -> !read.isDone());

        stream.close();

        assertThat(read).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(IOException.class);
        stream.close();
    }

    @Test
    void closingEndsAWriterThatWaits() {
        startedNode();
        var stream = engine().open(name, ExecSpec.command("sleep", "100"));
        // Far more than what is buffered on the way to a process that reads nothing.
        var written = new FutureTask<>(() -> {
            stream.input().write(new byte[64 << 20]);
            return true;
        });
        Thread.ofVirtual().start(written);
        await().during(Duration.ofMillis(300)).until(() -> !written.isDone());

        stream.close();

        assertThat(written).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(IOException.class);
    }

    protected final NetworkSpec network() {
        return new NetworkSpec(name, "swc-" + id, labels);
    }

    final void createNode() {
        var limits = new ContainerLimits(DataSize.ofMegabytes(256), 0.5, 200);
        engine().createNode(new NodeSpec(
                name,
                image(),
                "node",
                name,
                limits,
                new NodeMounts(new NodeDisk(name, DataSize.ofMegabytes(128)), storeVolume(), "/run/slipway/agents"),
                labels));
    }

    protected final void startedNode() {
        engine().createNetwork(network());
        engine().createVolume(name, labels);
        createNode();
        engine().startNode(name);
    }

    protected final ExecResult run(String... command) {
        return engine().run(name, ExecSpec.command(command), SOON, LIMIT);
    }

    private static ExecSpec terminal(String... command) {
        return new ExecSpec(List.of(command), Map.of(), "/", Optional.of(new PtySize(80, 24)));
    }

    private static void write(EngineStream stream, String text) throws IOException {
        stream.input().write(text.getBytes(UTF_8));
        stream.input().flush();
    }

    private static String readUntil(InputStream output, String wanted) throws IOException {
        var seen = new StringBuilder();
        while (seen.indexOf(wanted) < 0) {
            var next = output.read();
            if (next < 0) {
                break;
            }
            seen.append((char) next);
        }
        return seen.toString();
    }

    private static void writeAndEnd(EngineStream stream, byte[] bytes) {
        try (var input = stream.input()) {
            input.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeUntilClosed(EngineStream stream, AtomicLong counted) {
        var block = new byte[4096];
        try {
            while (true) {
                stream.input().write(block);
                counted.addAndGet(block.length);
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static boolean joined(Thread thread) {
        try {
            return thread.join(SOON);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void failsWith(Reason reason, Runnable call) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(call::run)
                .extracting(EngineException::reason)
                .isEqualTo(reason);
    }
}

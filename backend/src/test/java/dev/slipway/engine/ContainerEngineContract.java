package dev.slipway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineContainer.Status;
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
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/**
 * The behaviour of every {@link ContainerEngine}. The fake and the real engine both run these tests, so that they
 * behave alike.
 */
public abstract class ContainerEngineContract {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int LIMIT = 1000;

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> labels = Map.of("dev.slipway.instance", "test-" + id);
    protected final String name = "slipway-test-" + id;

    protected abstract ContainerEngine engine();

    /** Returns the name of an image for nodes, with a shell, coreutils, and a long-running default command. */
    protected abstract String image();

    /** Returns the name of a volume with an image store. */
    protected abstract String storeVolume();

    @AfterEach
    void removeEverything() {
        engine().nodes(labels).forEach(node -> engine().removeNode(node.name()));
        engine().networks(labels).forEach(network -> engine().removeNetwork(network.name()));
        // Volumes are removed by name, not by label: if a test creates no volumes, the engine creates them without
        // labels.
        engine().removeVolume(name);
    }

    @Test
    void tellsItsVersion() {
        var info = engine().info();

        assertThat(info.version()).isNotBlank();
        assertThat(info.cpus()).isPositive();
        assertThat(info.memory().toBytes()).isPositive();
        assertThat(info.cgroupVersion()).isIn("1", "2");
    }

    @Test
    void listsWhatCarriesAllLabels() {
        engine().createNetwork(network());
        engine().createVolume(name, labels);
        createNode();

        assertThat(engine().networks(labels)).singleElement().satisfies(this::isOurs);
        assertThat(engine().volumes(labels)).singleElement().satisfies(this::isOurs);
        assertThat(engine().nodes(labels)).singleElement().satisfies(node -> {
            assertThat(node.name()).isEqualTo(name);
            assertThat(node.status()).isEqualTo(Status.CREATED);
            assertThat(node.labels()).containsAllEntriesOf(labels);
            assertThat(node.createdAt()).isNotNull();
        });
        var other = Map.of("dev.slipway.instance", "test-" + id, "dev.slipway.sandbox", "another");
        assertThat(engine().networks(other)).isEmpty();
        assertThat(engine().volumes(other)).isEmpty();
        assertThat(engine().nodes(other)).isEmpty();
    }

    private void isOurs(EngineObject object) {
        assertThat(object.name()).isEqualTo(name);
        assertThat(object.labels()).isEqualTo(labels);
        assertThat(object.createdAt()).isNotNull();
    }

    @Test
    void createsWhatExistsAndRemovesWhatIsGone() {
        for (var time = 0; time < 2; time++) {
            engine().createNetwork(network());
            engine().createVolume(name, labels);
            createNode();
        }
        assertThat(engine().networks(labels)).hasSize(1);
        assertThat(engine().nodes(labels)).hasSize(1);

        for (var time = 0; time < 2; time++) {
            engine().removeNode(name);
            engine().removeNetwork(name);
            engine().removeVolume(name);
        }
        assertThat(engine().networks(labels)).isEmpty();
        assertThat(engine().volumes(labels)).isEmpty();
        assertThat(engine().nodes(labels)).isEmpty();
    }

    @Test
    void refusesASecondNetworkOnTheSameBridge() {
        engine().createNetwork(network());

        var second = new NetworkSpec(name + "-2", network().bridge(), labels);

        failsWith(Reason.CONFLICT, () -> engine().createNetwork(second));
    }

    @Test
    void startsPausesAndUnpausesNodesAnyNumberOfTimes() {
        startedNode();
        engine().startNode(name);
        assertThat(status()).isEqualTo(Status.RUNNING);

        engine().pauseNode(name);
        engine().pauseNode(name);
        assertThat(status()).isEqualTo(Status.PAUSED);
        failsWith(Reason.CONFLICT, () -> run("true"));

        engine().unpauseNode(name);
        engine().unpauseNode(name);
        assertThat(status()).isEqualTo(Status.RUNNING);
        assertThat(run("true").succeeded()).isTrue();
    }

    @Test
    void removesNodesThatRunOrArePaused() {
        startedNode();
        engine().pauseNode(name);

        engine().removeNode(name);

        assertThat(engine().nodes(labels)).isEmpty();
    }

    @Test
    void keepsNetworksAndVolumesThatARunningNodeUses() {
        startedNode();

        failsWith(Reason.CONFLICT, () -> engine().removeNetwork(name));
        failsWith(Reason.CONFLICT, () -> engine().removeVolume(name));
    }

    @Test
    void saysThatANodeIsMissing() {
        failsWith(Reason.NOT_FOUND, () -> engine().startNode(name));
        failsWith(Reason.NOT_FOUND, () -> engine().pauseNode(name));
        failsWith(Reason.NOT_FOUND, () -> run("true"));
        failsWith(Reason.NOT_FOUND, () -> engine().open(name, ExecSpec.command("true")));
    }

    @Test
    void startsNoProcessInANodeThatDoesNotRun() {
        engine().createNetwork(network());
        createNode();

        failsWith(Reason.CONFLICT, () -> run("true"));
    }

    @Test
    void runsCommandsToTheirEnd() {
        startedNode();

        var result = run("sh", "-c", "echo out; echo err >&2; exit 3");

        assertThat(result).isEqualTo(new CommandResult(3, "out\n", "err\n", false));
    }

    @Test
    void givesCommandsNoInput() {
        startedNode();

        assertThat(run("cat")).isEqualTo(new CommandResult(0, "", "", false));
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
        // A fast engine exceeds the output limit before the deadline.
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

            stream.resize(new TerminalSize(132, 43));
            write(stream, "stty size\n");
            assertThat(readUntil(stream.output(), "43 132")).contains("43 132");

            write(stream, "exit 5\n");
            stream.output().transferTo(OutputStream.nullOutputStream());
            assertThat(stream.exitStatus(SOON)).isEqualTo(5);
            stream.resize(new TerminalSize(80, 24));
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

            // The buffers on the way fill up first; then no more bytes are transferred.
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
        Thread.ofVirtual().start(() -> {
            await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            stream.close();
        });

        assertThatIOException().isThrownBy(() -> stream.output().read());
        stream.close();
    }

    @Test
    void closingEndsAWriterThatWaits() {
        startedNode();
        var stream = engine().open(name, ExecSpec.command("sleep", "100"));
        Thread.ofVirtual().start(() -> {
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            stream.close();
        });

        // Far more bytes than the buffers on the way to a process that reads nothing.
        assertThatIOException().isThrownBy(() -> stream.input().write(new byte[64 << 20]));
    }

    protected final NetworkSpec network() {
        return new NetworkSpec(name, "swc-" + id, labels);
    }

    private void createNode() {
        var limits = new NodeLimits(DataSize.ofMegabytes(256), 0.5, 200);
        engine().createNode(new NodeSpec(
                name,
                image(),
                "node",
                name,
                limits,
                new NodeDisk(name, DataSize.ofMegabytes(128)),
                storeVolume(),
                labels));
    }

    protected final void startedNode() {
        engine().createNetwork(network());
        engine().createVolume(name, labels);
        createNode();
        engine().startNode(name);
    }

    private Status status() {
        return engine().nodes(labels).getFirst().status();
    }

    protected final CommandResult run(String... command) {
        return engine().run(name, ExecSpec.command(command), SOON, LIMIT);
    }

    private static ExecSpec terminal(String... command) {
        return new ExecSpec(List.of(command), Map.of(), "/", Optional.of(new TerminalSize(80, 24)));
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
            // The test has ended.
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

    private static void failsWith(Reason reason, Runnable call) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(call::run)
                .extracting(EngineException::reason)
                .isEqualTo(reason);
    }
}

package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static dev.slipway.sandbox.SandboxSamples.LEASE;
import static dev.slipway.sandbox.SandboxSamples.NODE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.RealSandbox;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Freezing and thawing on a real engine. */
class FrozenSandboxIT extends RealSandbox {

    @Test
    void theFirstKeyThawsAndCompletesWhatWasHalfTyped() throws IOException {
        try (var shell = streams().node(sandbox.id(), NODE).open(StreamRequest.Shell.first(new TerminalSize(80, 24)))) {
            var screen = Screen.of(shell);
            await().atMost(PATIENCE).until(() -> screen.text().contains("node1"));
            type(shell, "echo ha''lf");
            await().atMost(PATIENCE).until(() -> screen.text().contains("ha''lf"));
            freeze();

            type(shell, "way\r");

            await().atMost(PATIENCE).until(() -> screen.text().contains("halfway"));
            awaitState(new Ready());
            assertThat(nodes().getFirst().status()).isEqualTo(Status.RUNNING);
        }
    }

    @Test
    void eventsOfTheNodeEngineGoOnOnTheSameStream() throws IOException {
        try (var stream = streams().node(sandbox.id(), NODE).open(new StreamRequest.NodeEngine())) {
            var events = Screen.of(stream);
            type(stream, "GET /v1.44/events HTTP/1.1\r\nHost: docker\r\n\r\n");
            await().atMost(PATIENCE).until(() -> events.text().contains("200 OK"));
            freeze();

            running.sandboxes().awaken(sandbox.id());
            docker("create", "--name", "afterwards", "httpd");

            await().atMost(PATIENCE).until(() -> events.text().contains("afterwards"));
        }
    }

    @Test
    void theReaperEndsItWhileItStandsStill() throws IOException {
        docker("run", "-d", "httpd");
        freeze();
        running.clock().advance(LEASE);

        running.reap();

        awaitState(new Ended(EndReason.LEASE_EXPIRED));
        assertThat(nodes()).isEmpty();
    }

    /**
     * Reproduces a clean-up that took 70 seconds: processes start, end and move between control groups while the node
     * is paused.
     */
    @Test
    void anEndOfANodeThatFightsItsFreezeIsQuick() {
        var fight = """
                cd /sys/fs/cgroup/freezer 2>/dev/null || cd /sys/fs/cgroup
                mkdir -p a b
                for i in 1 2 3 4; do
                  (while :; do
                    (echo $BASHPID > a/cgroup.procs) & (echo $BASHPID > b/cgroup.procs) & wait
                  done) > /dev/null 2>&1 &
                done
                (while :; do
                  echo FROZEN > a/freezer.state; echo THAWED > a/freezer.state
                done) > /dev/null 2>&1 &
                """;
        assertThat(run("bash", "-c", fight).exitStatus()).isZero();
        running.clock().advance(IDLE);
        running.freezeIdle();

        var began = System.nanoTime();
        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);
        awaitState(new Ended(EndReason.ENDED_BY_LEARNER));

        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf("end during a fought freeze: %d ms%n", took.toMillis());
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertThat(nodes()).isEmpty();
    }

    private void freeze() {
        running.clock().advance(IDLE);
        running.freezeIdle();
        awaitState(new Frozen());
        await().atMost(PATIENCE).until(() -> nodes().getFirst().status() == Status.PAUSED);
    }

    private void docker(String... arguments) {
        var command = new String[arguments.length + 1];
        command[0] = "docker";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        var result = run(command);
        assertThat(result.exitStatus()).as(result.error()).isZero();
    }

    private static void type(NodeStream stream, String text) throws IOException {
        stream.input().write(text.getBytes(UTF_8));
        stream.input().flush();
    }

    /** Output of a stream so far, read on its own thread. Locking: the monitor guards the text. */
    private static final class Screen {
        private final StringBuilder text = new StringBuilder();

        static Screen of(NodeStream stream) {
            var screen = new Screen();
            Thread.ofVirtual().start(() -> screen.read(stream));
            return screen;
        }

        private void read(NodeStream stream) {
            try {
                for (int next; (next = stream.output().read()) >= 0; ) {
                    add((char) next);
                }
            } catch (IOException closed) {
                add('\n');
            }
        }

        private synchronized void add(char next) {
            text.append(next);
        }

        synchronized String text() {
            return text.toString();
        }
    }
}

package dev.slipway.sandbox.upkeep;

import static dev.slipway.sandbox.SandboxSamples.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.RealSandbox;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.lifecycle.SandboxWorkers;
import dev.slipway.shared.NodeName;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A learner puts FIFOs in place of the files in which the host engine looks up a container's users, on a real engine.
 */
class WrittenRootIT extends RealSandbox {
    private static final String FIFOS = "for f in passwd group; do rm /etc/$f; mkfifo /etc/$f; done";

    @Test
    void aNodeThatStoppedIsRecreatedWithAllThatWasOnItsDisk() {
        assertThat(run("docker", "create", "--name", "kept", "busybox").exitStatus())
                .isZero();
        assertThat(run("bash", "-c", "echo note > /root/note && sync").exitStatus())
                .isZero();
        stop("true");

        running.reconcile();

        awaitRepair();
        assertThat(broken()).isEmpty();
        assertThat(run("docker", "ps", "-a", "--format", "{{.Names}}").output()).isEqualTo("kept\n");
        assertThat(run("cat", "/root/note").output()).isEqualTo("note\n");
    }

    @Test
    void aNodeThatStoppedWithFifosForItsUserFilesHangsNothingAndCanBeReset() {
        stop(FIFOS);

        running.reconcile();

        awaitRepair();
        assertThat(broken()).containsOnlyKeys(NODE);
        running.sandboxes().resetNode(sandbox.id(), NODE);
        awaitRepair();
        assertThat(broken()).isEmpty();
        assertThat(run("docker", "ps").exitStatus()).isZero();
    }

    /** Kills all processes except the first, which ends with its child. */
    private void stop(String before) {
        var command = StreamRequest.Command.of("bash", "-c", before + "; kill -9 -1");
        try {
            var _ = streams().node(sandbox.id(), NODE).run(command, Duration.ofSeconds(5), 1000);
        } catch (NodeException killed) {
            // The command itself was killed too.
        }
        await().atMost(PATIENCE).until(() -> nodes().getFirst().status() == Status.STOPPED);
    }

    private void awaitRepair() {
        await().atMost(PATIENCE).until(() -> !running.get(SandboxWorkers.class).isBusy(sandbox.id()));
        awaitState(new Ready());
    }

    private Map<NodeName, String> broken() {
        return running.sandboxes().find(sandbox.id()).orElseThrow().brokenNodes();
    }

    @Test
    void fifosForUserFilesHangNeitherCommandsNorTheEnd() {
        assertThat(run("bash", "-c", FIFOS).exitStatus()).isZero();
        assertThat(run("true").exitStatus()).isZero();

        var began = System.nanoTime();
        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);
        await().atMost(PATIENCE).until(() -> running.sandboxes().open().isEmpty());

        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("end of a node whose user files hang: " + took.toMillis() + " ms");
        assertThat(nodes()).isEmpty();
    }
}

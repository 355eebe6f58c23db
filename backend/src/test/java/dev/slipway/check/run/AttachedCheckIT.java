package dev.slipway.check.run;

import static dev.slipway.check.run.Watching.ATTEMPT;
import static dev.slipway.check.run.Watching.FIRST;
import static dev.slipway.check.run.Watching.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.check.CheckProperties;
import dev.slipway.check.Verdict;
import dev.slipway.sandbox.attach.Sshd;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/**
 * Tests checks of a machine that is attached with ssh. Its engine is the host engine that {@code slipway.engine.socket}
 * names. The test's container has a unique name.
 */
class AttachedCheckIT {
    /** Reconciles rarely, and waits until ssh has reconnected on a busy machine. */
    private static final CheckProperties PATIENT = new CheckProperties(
            Duration.ofMillis(40),
            Duration.ofMillis(150),
            Duration.ofMinutes(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            4,
            DataSize.ofMegabytes(1),
            DataSize.ofKilobytes(16),
            100);

    private final String name = "check-attached-" + UUID.randomUUID().toString().substring(0, 8);
    private final Sshd sshd = new Sshd();
    private Watching watching;

    @BeforeEach
    void watch() {
        watching = new Watching(sshd.node(), PATIENT);
    }

    @AfterEach
    void leaveNothing() {
        watching.close();
        try {
            docker("rm", "--force", name);
        } finally {
            sshd.close();
        }
    }

    @Test
    void containerOfTheMachineIsSeenThroughItsEngineWithoutAsking() {
        watching.watch(task(FIRST, "container.running", "{'name': '" + name + "'}"));
        watching.checks.checkNow(ATTEMPT);
        assertThat(watching.verdicts(FIRST)).singleElement().isInstanceOf(Verdict.Failed.class);

        docker(
                "run",
                "-d",
                "--name",
                name,
                "--label",
                "dev.slipway.test=attach",
                "--network",
                "none",
                "busybox",
                "sleep",
                "600");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(watching.verdicts(FIRST)).last().isEqualTo(new Verdict.Passed()));
    }

    @Test
    void machineThatIsGoneIsAnErrorAndNoFailure() {
        watching.watch(task(FIRST, "container.running", "{'name': '" + name + "'}"));
        watching.checks.checkNow(ATTEMPT);

        assertThat(watching.verdicts(FIRST)).singleElement().isInstanceOf(Verdict.Failed.class);

        sshd.die();
        watching.checks.checkNow(ATTEMPT);

        assertThat(watching.verdicts(FIRST)).last().isInstanceOf(Verdict.Errored.class);
    }

    /** Runs a Docker command directly on the engine, as the learner's own terminal would. */
    private static void docker(String... words) {
        var command = new ArrayList<>(List.of("docker", "-H", Sshd.dockerHost()));
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            assertThat(process.waitFor()).isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

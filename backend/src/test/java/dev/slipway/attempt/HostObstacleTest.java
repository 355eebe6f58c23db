package dev.slipway.attempt;

import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.account.Role;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.lab.LabId;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Start of labs on a host without IPVS, but with VXLAN. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
class HostObstacleTest {
    private static final LabId LAB = new LabId("sample");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningAttempts running;

    private final AccountId learner = anAccount(Role.LEARNER);

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("host.json"), """
                [{"id": "ipvs", "title": "Swarm's load balancer", "state": "missing",
                  "found": "no", "consequence": "No routing mesh.", "fix": "modprobe ip_vs"},
                 {"id": "vxlan", "title": "VXLAN", "state": "ok", "found": "yes", "consequence": "", "fix": ""}]
                """);
        running = RunningAttempts.on(UUID.randomUUID().toString(), RunningSandboxes.anEngine(), folder);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @BeforeEach
    void endWhatIsOpen() {
        attempts().findOpen(learner, LAB).ifPresent(open -> attempts().end(learner, open.id()));
    }

    @Test
    void labThatTheHostCannotRunIsRefusedForTheReasonThatWasShownBefore() {
        running.changeLab(LabSamples.aLabThatRequires("mesh"));
        var before = running.history(learner).size();

        var obstacle = attempts().obstacle(learner, LAB).orElseThrow();

        assertThat(obstacle).isEqualTo(new HostObstacle("Swarm's load balancer", "No routing mesh."));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> attempts().start(learner, LAB))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(AttemptError.HOST_LACKS))
                .satisfies(refusal -> assertThat(ErrorTexts.text(refusal)).isEqualTo(obstacle.text()));
        assertThat(running.history(learner)).hasSize(before);
    }

    @Test
    void labThatTheHostCanRunIsStarted() {
        running.changeLab(LabSamples.aLabThatRequires("overlay"));

        assertThat(attempts().obstacle(learner, LAB)).isEmpty();
        assertThat(attempts().start(learner, LAB).isOpen()).isTrue();
    }

    @Test
    void openAttemptIsGivenAllTheSame() {
        running.changeLab(LabSamples.aLab());
        var open = attempts().start(learner, LAB);

        running.changeLab(LabSamples.aLabThatRequires("mesh"));

        assertThat(attempts().obstacle(learner, LAB)).isEmpty();
        assertThat(attempts().start(learner, LAB).id()).isEqualTo(open.id());
        assertThat(attempts().obstacle(anAccount(Role.LEARNER), LAB)).isPresent();
    }

    @Test
    void labThatIsGoneHasNoObstacle() {
        assertThat(attempts().obstacle(learner, new LabId("gone"))).isEmpty();
    }

    private Attempts attempts() {
        return running.attempts();
    }
}

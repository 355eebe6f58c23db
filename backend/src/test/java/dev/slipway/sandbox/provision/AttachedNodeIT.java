package dev.slipway.sandbox.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.NodeFile;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.NodeStreamsContract;
import dev.slipway.sandbox.OneReadySandbox;
import dev.slipway.sandbox.SandboxNode;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.sandbox.agent.SomeAgents;
import dev.slipway.sandbox.attach.AttachedMachines;
import dev.slipway.sandbox.attach.Sshd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract on a machine behind a real ssh connection. */
class AttachedNodeIT extends NodeStreamsContract {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static Sshd sshd;

    @BeforeAll
    static void start() {
        sshd = new Sshd();
    }

    @AfterAll
    static void stop() {
        sshd.close();
    }

    @Override
    protected NodeStreams streams() {
        var node = new SandboxNode(NODE, Optional.of(Sshd.TARGET), Optional.empty());
        return SomeNodeStreams.of(new OneReadySandbox(SANDBOX, node), SomeAgents.none(), sshd.machines());
    }

    @Test
    void putsFilesWithHostileNamesOnTheMachine(@TempDir Path folder) {
        var file = folder.resolve("it's a \"$(touch oops)\"; name");
        var machine = new AttachedMachine(sshd.machines(), NODE, Sshd.TARGET);

        new NodeFiles().put(machine, new NodeFile(file.toString(), "hello\n", true), SOON);

        assertThat(file).hasContent("hello\n").isExecutable();
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void machineThatIsReachedIsReady() {
        var machine = new AttachedMachine(sshd.machines(), NODE, Sshd.TARGET);

        machine.awaitReady(SOON);

        assertThat(machine.run(StreamRequest.Command.of("hostname"), SOON).succeeded())
                .isTrue();
    }

    @Test
    void deadServerIsToldFromAFailedCommand() throws IOException {
        try (var dead = new Sshd()) {
            var machines = dead.machines();
            dead.die();

            assertThatExceptionOfType(NodeException.class)
                    .isThrownBy(() -> machines.run(Sshd.TARGET, StreamRequest.Command.of("true"), SOON, 1000))
                    .withMessageContaining("Connection refused")
                    .extracting(NodeException::reason)
                    .isEqualTo(Reason.UNREACHABLE);
            assertThatExceptionOfType(ProvisioningException.class)
                    .isThrownBy(() -> new AttachedMachine(machines, NODE, Sshd.TARGET).awaitReady(SOON))
                    .withMessageContaining("The machine node1 does not answer")
                    .withMessageContaining("Connection refused");
            assertShellSays(machines, "Connection refused");
        }
    }

    private static void assertShellSays(AttachedMachines machines, String text) throws IOException {
        try (var shell = machines.open(Sshd.TARGET, StreamRequest.Shell.first(new TerminalSize(80, 24)))) {
            assertThat(new String(shell.output().readAllBytes(), StandardCharsets.UTF_8))
                    .contains(text);
            assertThatExceptionOfType(NodeException.class)
                    .isThrownBy(() -> shell.exitStatus(SOON))
                    .extracting(NodeException::reason)
                    .isEqualTo(Reason.UNREACHABLE);
        }
    }
}

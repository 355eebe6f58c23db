package dev.slipway.sandbox.request;

import static dev.slipway.sandbox.SandboxSamples.LEASE;
import static dev.slipway.sandbox.SandboxSamples.NODE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.NodeFile;
import dev.slipway.sandbox.NodeLimits;
import dev.slipway.sandbox.NodeRequest;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxModuleTest;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.SetupStep;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttachReference;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Sandboxes with attached machines. The targets lead to the test's own machine, by {@code sh -c}. */
class AttachedSandboxesTest extends SandboxModuleTest {
    private static final NodeName VM = new NodeName("vm");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Path folder;

    @Override
    protected String[] settings(Path folder) {
        this.folder = folder;
        return new String[] {
            "--slipway.attach.targets.one.shell=/bin/sh,-i",
            "--slipway.attach.targets.one.command=/bin/sh,-c",
            "--slipway.attach.targets.open.shell=/bin/bash,-i",
            "--slipway.attach.targets.open.command=/bin/sh,-c",
            "--slipway.attach.targets.open.shared=true",
            "--slipway.attach.targets.dead.shell=/bin/false",
            "--slipway.attach.targets.dead.command[0]=/bin/sh",
            "--slipway.attach.targets.dead.command[1]=-c",
            "--slipway.attach.targets.dead.command[2]=echo no route to host >&2; exit 255",
            "--slipway.attach.targets.snapshot.shell=/bin/sh,-l",
            "--slipway.attach.targets.snapshot.command=/bin/sh,-c",
            "--slipway.attach.targets.snapshot.reset=/usr/bin/rm,-f," + folder.resolve("state")
        };
    }

    @Test
    void makesNoContainerAndNoNetworkForAMachineThatIsThere() throws IOException {
        var file = folder.resolve("put/a file's \"name\".txt");
        var setUp = folder.resolve("set up");
        var request = request(
                anAttempt(),
                List.of(vm("one", new NodeFile(file.toString(), "hello", true))),
                new SetupStep(VM, "echo done > '" + setUp + "'"));

        var sandbox = ready(request);

        assertThat(sandbox.isAttached(VM)).isTrue();
        assertThat(engine.nodes(Map.of())).isEmpty();
        assertThat(engine.networks(Map.of())).isEmpty();
        assertThat(file).hasContent("hello").isExecutable();
        assertThat(setUp).hasContent("done");
    }

    @Test
    void mixesMadeMachinesWithOneThatIsThere() {
        var sandbox = ready(request(anAttempt(), List.of(made(), vm("one"))));

        assertThat(engine.nodes(Map.of())).hasSize(1);
        assertThat(sandbox.isAttached(NODE)).isFalse();
        var echo = StreamRequest.Command.of("echo", "a  b");
        assertThat(streams().node(sandbox.id(), VM).run(echo, PATIENCE, 99).output())
                .isEqualTo("a  b\n");
        assertThat(streams().node(sandbox.id(), NODE).run(echo, PATIENCE, 99).output())
                .as("the output of the fake engine")
                .isEmpty();
    }

    @Test
    void reconcilingLeavesAMachineAloneThatIsNotOurs() {
        var sandbox = ready(request(anAttempt(), List.of(made(), vm("one"))));

        running.reconcile();
        running.sweep();
        running.sweep();

        assertThat(find(sandbox).state()).isInstanceOf(Ready.class);
    }

    @Test
    void refusesWhatIsNotSetUpWithoutStoringAnything() {
        var request = request(anAttempt(), List.of(vm(new AttachReference.ByShell(List.of("/bin/sh", "-c", "id")))));

        assertRefused(request, SandboxError.ATTACH_NOT_ALLOWED);

        assertThat(running.sandboxes().open()).isEmpty();
    }

    @Test
    void lendsAMachineToOneAttemptAtATime() {
        var first = ready(request(anAttempt(), List.of(vm("one"))));

        assertRefused(request(anAttempt(), List.of(vm("one"))), SandboxError.ATTACH_TARGET_BUSY);

        running.sandboxes().end(first.id(), EndReason.ENDED_BY_LEARNER);
        await().until(() -> find(first).state() instanceof Ended);
        ready(request(anAttempt(), List.of(vm("one"))));
    }

    @Test
    void keepsAMachineOverTheRestartOfItsAttempt() {
        var request = request(anAttempt(), List.of(vm("one")));
        var first = ready(request);
        running.sandboxes().end(first.id(), EndReason.RESTARTED);

        var second = ready(request);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertRefused(request(anAttempt(), List.of(vm("one"))), SandboxError.ATTACH_TARGET_BUSY);
    }

    @Test
    void sharesAMachineThatTheAdministratorCallsShared() {
        ready(request(anAttempt(), List.of(vm("open"))));

        ready(request(anAttempt(), List.of(vm("open"))));
    }

    @Test
    void saysWhyAMachineDoesNotAnswer() {
        var sandbox = running.sandboxes().request(request(anAttempt(), List.of(vm("dead"))));

        await().untilAsserted(() -> assertThat(find(sandbox).state())
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.cause())
                                .contains("The machine vm does not answer", "no route to host")));
    }

    @Test
    void refusesToResetAMachineThatNobodyCanReset() {
        var sandbox = ready(request(anAttempt(), List.of(vm("one"))));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> running.sandboxes().resetNode(sandbox.id(), VM))
                .extracting(UserFacingException::code)
                .isEqualTo(SandboxError.NODE_CANNOT_BE_RESET);
    }

    @Test
    void resetsAMachineBeforeEachAttemptAndOnDemand() throws IOException {
        var state = Files.writeString(folder.resolve("state"), "of the attempt before");
        var sandbox = ready(request(anAttempt(), List.of(vm("snapshot"))));
        assertThat(state).doesNotExist();

        Files.writeString(state, "of this attempt");
        running.sandboxes().resetNode(sandbox.id(), VM);

        await().until(() -> !Files.exists(state));
        assertThat(find(sandbox).state()).isInstanceOf(Ready.class);
    }

    @Test
    void endsTheStreamsWithTheirSandbox() throws IOException {
        var sandbox = ready(request(anAttempt(), List.of(vm("one"))));
        try (var shell = shell(sandbox)) {
            shell.input().write("echo rea''dy\n".getBytes(UTF_8));
            readUntilReady(shell);

            running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> shell.output().readAllBytes());
        }
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> shell(sandbox));
    }

    private static void readUntilReady(NodeStream shell) throws IOException {
        var seen = new StringBuilder();
        while (seen.indexOf("ready\r\n") < 0) {
            seen.append((char) shell.output().read());
        }
    }

    private NodeStream shell(Sandbox sandbox) {
        return streams().node(sandbox.id(), VM).open(StreamRequest.Shell.first(new TerminalSize(80, 24)));
    }

    private void assertRefused(SandboxRequest request, SandboxError error) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> running.sandboxes().request(request))
                .extracting(UserFacingException::code)
                .isEqualTo(error);
    }

    private Sandbox ready(SandboxRequest request) {
        return ready(running.sandboxes().request(request));
    }

    private static AttemptId anAttempt() {
        return new AttemptId(UUID.randomUUID());
    }

    private static NodeRequest made() {
        return new NodeRequest(NODE, limits(), List.of());
    }

    private static NodeRequest vm(String target, NodeFile... files) {
        return new NodeRequest(VM, limits(), List.of(files), Optional.of(new AttachReference.Named(target)));
    }

    private static NodeRequest vm(AttachReference wish) {
        return new NodeRequest(VM, limits(), List.of(), Optional.of(wish));
    }

    private static NodeLimits limits() {
        return new NodeLimits(DataSize.ofMegabytes(768), 1, 512);
    }

    private static SandboxRequest request(AttemptId attempt, List<NodeRequest> nodes, SetupStep... setup) {
        return new SandboxRequest(
                attempt, new AccountId(UUID.randomUUID()), nodes, List.of(setup), LEASE, Duration.ofMinutes(20), false);
    }
}

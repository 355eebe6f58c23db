package dev.slipway.sandbox.attach;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.StreamRequest.Command;
import dev.slipway.sandbox.TerminalSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttachedMachinesTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int PLENTY = 1 << 20;
    private static final TerminalSize SIZE = new TerminalSize(80, 24);

    private final AttachedMachines machines = LocalTargets.machines();

    @AfterEach
    void endAll() {
        machines.closeAll();
    }

    @Test
    void shellRunsOnATerminalOfTheWantedSizeThatCanChange() throws IOException {
        try (var shell = shell()) {
            type(shell, "stty size\n");
            readUntil(shell, "24 80\r\n");

            shell.resize(new TerminalSize(101, 33));
            type(shell, "stty size\n");

            readUntil(shell, "33 101\r\n");
        }
    }

    @Test
    void shellTellsItsExitStatus() throws IOException {
        try (var shell = shell()) {
            type(shell, "exit 7\n");
            shell.output().readAllBytes();

            assertThat(shell.exitStatus(SOON)).isEqualTo(7);
        }
    }

    @Test
    void endOfInputEndsAShell() throws IOException {
        try (var shell = shell()) {
            // Bash loses an end of input that it receives before it has printed a prompt.
            type(shell, "PS1='ready''> '; false\n");
            readUntil(shell, "ready> ");
            shell.input().close();
            shell.output().readAllBytes();

            assertThat(shell.exitStatus(SOON)).isEqualTo(1);
        }
    }

    @Test
    void floodOfATerminalArrivesWholeAndInOrder() throws IOException {
        var flood = LocalTargets.machines(List.of("/usr/bin/seq", "200000"));
        try (var stream = flood.open(LocalTargets.NAME, StreamRequest.Shell.first(SIZE))) {
            var lines =
                    new String(stream.output().readAllBytes(), UTF_8).lines().toList();

            assertThat(lines)
                    .isEqualTo(IntStream.rangeClosed(1, 200_000)
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(stream.exitStatus(SOON)).isZero();
        }
    }

    @Test
    void slowReaderSlowsTheProcess() throws IOException {
        try (var stream = machines.open(LocalTargets.NAME, Command.of("sh", "-c", "seq 1000000; echo done >&2"))) {
            stream.output().readNBytes(10);

            await().during(Duration.ofMillis(300)).until(() -> stream.error().isEmpty());

            stream.output().readAllBytes();
            assertThat(stream.exitStatus(SOON)).isZero();
            assertThat(stream.error()).isEqualTo("done\n");
        }
    }

    @Test
    void hangsUpAProcessThatWritesErrorsWithoutEnd() {
        assertThatExceptionOfType(NodeException.class)
                .isThrownBy(() -> machines.run(
                        LocalTargets.NAME, Command.of("sh", "-c", "exec yes error >&2"), Duration.ofMinutes(5), 1000));

        await().atMost(SOON).until(machines::isIdle);
    }

    @Test
    void hasOnlySoManyProcessesOpenToOneMachine() {
        for (var process = 0; process < 64; process++) {
            var _ = machines.open(LocalTargets.NAME, Command.of("cat"));
        }

        assertThatExceptionOfType(NodeException.class)
                .isThrownBy(() -> machines.open(LocalTargets.NAME, Command.of("cat")))
                .withMessageContaining("Close terminals or previews");
    }

    @Test
    void commandSeesTheEndOfItsInputWhileItsOutputGoesOn() throws IOException {
        try (var stream =
                machines.open(LocalTargets.NAME, Command.of("sh", "-c", "cat; sleep 0.2; echo after; exit 3"))) {
            stream.input().write("before\n".getBytes(UTF_8));
            stream.input().close();

            assertThat(new String(stream.output().readAllBytes(), UTF_8)).isEqualTo("before\nafter\n");
            assertThat(stream.exitStatus(SOON)).isEqualTo(3);
        }
    }

    @Test
    void keepsOutputAndErrorApartAndCutsBoth() {
        var result = machines.run(LocalTargets.NAME, Command.of("sh", "-c", "echo out; echo err >&2; exit 4"), SOON, 3);

        assertThat(result.exitStatus()).isEqualTo(4);
        assertThat(result.output()).isEqualTo("out");
        assertThat(result.error()).isEqualTo("err");
        assertThat(result.truncated()).isTrue();
    }

    @Test
    void dialsAPort() throws IOException {
        try (var stream = machines.open(LocalTargets.NAME, new StreamRequest.Port(4711))) {
            stream.input().write("hello\n".getBytes(UTF_8));
            stream.input().close();

            assertThat(new String(stream.output().readAllBytes(), UTF_8)).isEqualTo("4711\nhello\n");
        }
    }

    @Test
    void childFindsNothingOfThePlatformsEnvironment() {
        var environment =
                machines.run(LocalTargets.NAME, Command.of("env"), SOON, PLENTY).output();

        assertThat(environment.lines().map(line -> line.replaceAll("=.*", "")))
                .contains("PATH", "GIVEN")
                .isSubsetOf(
                        "PATH",
                        "HOME",
                        "USER",
                        "LOGNAME",
                        "LANG",
                        "TERM",
                        "COLORTERM",
                        "GIVEN",
                        "PS1",
                        "PWD",
                        "SHLVL",
                        "_",
                        "OLDPWD");
    }

    @Test
    void statusOfALostConnectionIsNotTheCommandsOwn() {
        assertThatExceptionOfType(NodeException.class)
                .isThrownBy(() -> machines.run(
                        LocalTargets.NAME, Command.of("sh", "-c", "echo no route >&2; exit 255"), SOON, PLENTY))
                .withMessageContaining("no route")
                .extracting(NodeException::reason)
                .isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void commandThatDoesNotEndIsEndedWithItsGroup() {
        var mark = "4217" + ProcessHandle.current().pid();
        assertThatExceptionOfType(NodeException.class)
                .isThrownBy(() -> machines.run(
                        LocalTargets.NAME,
                        Command.of("sh", "-c", "sleep " + mark + " & sleep " + mark),
                        Duration.ofMillis(500),
                        PLENTY))
                .extracting(NodeException::reason)
                .isEqualTo(Reason.TIMED_OUT);

        await().atMost(SOON)
                .until(() -> ProcessHandle.allProcesses()
                        .noneMatch(process -> process.info()
                                .arguments()
                                .filter(arguments -> List.of(arguments).contains(mark))
                                .isPresent()));
    }

    @Test
    void processThatIgnoresHangUpIsKilled() throws IOException {
        var shell = shell();
        type(shell, "trap '' HUP; echo rea''dy; while :; do sleep 1; done\n");
        readUntil(shell, "ready\r\n");

        shell.close();

        await().atMost(SOON).until(() -> machines.isIdle());
    }

    @Test
    void programThatIsMissingIsNamed() {
        var missing = LocalTargets.machines(List.of("/no/such/program"));

        assertThatExceptionOfType(NodeException.class)
                .isThrownBy(() -> missing.open(LocalTargets.NAME, StreamRequest.Shell.first(SIZE)))
                .withMessageContaining("/no/such/program");
    }

    @Test
    void twoHundredStreamsLeaveNeitherDescriptorsNorZombiesNorThreads() throws IOException {
        openAndClose();
        await().atMost(SOON).until(machines::isIdle);
        var descriptors = descriptors();

        for (var i = 0; i < 200; i++) {
            openAndClose();
        }

        await().atMost(Duration.ofSeconds(60)).until(machines::isIdle);
        // Some of them belong to the test itself, such as those of classes that were loaded meanwhile.
        await().atMost(SOON).untilAsserted(() -> assertThat(descriptors()).isLessThan(descriptors + 20));
        await().atMost(SOON).untilAsserted(() -> assertThat(zombies()).isEmpty());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("attach-") || name.startsWith("PtyProcess Reaper")));
    }

    /**
     * Opens three streams: the first ends by itself, the second is closed while it is read, the third before it is
     * read.
     */
    private void openAndClose() throws IOException {
        try (var command = machines.open(LocalTargets.NAME, Command.of("echo", "x"))) {
            assertThat(command.output().readAllBytes()).hasSize(2);
        }
        try (var shell = shell()) {
            type(shell, "echo rea''dy\n");
            readUntil(shell, "ready\r\n");
        }
        shell().close();
    }

    private NodeStream shell() {
        return machines.open(LocalTargets.NAME, StreamRequest.Shell.first(SIZE));
    }

    private static void type(NodeStream shell, String keys) throws IOException {
        shell.input().write(keys.getBytes(UTF_8));
    }

    private static void readUntil(NodeStream shell, String text) throws IOException {
        var seen = new StringBuilder();
        var buffer = new byte[4096];
        while (seen.indexOf(text) < 0) {
            var length = shell.output().read(buffer);
            assertThat(length).as("read so far: %s", seen).isPositive();
            seen.append(new String(buffer, 0, length, UTF_8));
        }
    }

    private static long descriptors() {
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ProcessHandle> zombies() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().isEmpty())
                .toList();
    }
}

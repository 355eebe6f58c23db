package dev.slipway.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.sandbox.StreamRequest.Command;
import dev.slipway.sandbox.StreamRequest.NodeEngine;
import dev.slipway.sandbox.StreamRequest.Port;
import dev.slipway.sandbox.StreamRequest.Shell;
import dev.slipway.sandbox.http.StreamHttpClient;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Contract of streams into nodes on which terminals, checks, previews and files rely, for every kind of node. Runs
 * against real nodes.
 */
public abstract class NodeStreamsContract {
    protected static final SandboxId SANDBOX =
            new SandboxId(UUID.randomUUID().toString().substring(0, 8));
    protected static final NodeName NODE = new NodeName("node1");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PLENTY = 4 << 20;
    private static final AtomicInteger SHELLS = new AtomicInteger();
    private static final TerminalSize SIZE = new TerminalSize(80, 24);

    /** Returns streams into a sandbox with the id {@link #SANDBOX} and a node with the name {@link #NODE}. */
    protected abstract NodeStreams streams();

    @Test
    void shellHasATerminalOfTheWantedSizeThatCanChange() throws IOException {
        try (var shell = open(aShell())) {
            type(shell, "stty size\r");
            readUntil(shell, "24 80\r\n");

            shell.resize(new TerminalSize(101, 33));
            // The new size travels separately from the keys, and the keys may arrive first.
            type(shell, "until [ \"$(stty size)\" = '33 101' ]; do :; done; echo ch''anged\r");

            readUntil(shell, "changed\r\n");
        }
    }

    @Test
    void shellTellsItsExitStatus() throws IOException {
        try (var shell = open(aShell())) {
            type(shell, "exit 7\r");
            shell.output().readAllBytes();

            assertThat(shell.exitStatus(SOON)).isEqualTo(7);
        }
    }

    @Test
    void interruptReachesWhatRunsInTheShell() throws IOException {
        try (var shell = open(aShell())) {
            // The program itself reports that it runs. Just before, Ctrl-C would reach the shell, which ignores it
            // then.
            type(shell, "PS1='ne''xt> '; sh -c 'echo rea\"\"dy; exec sleep 1000'\r");
            readUntil(shell, "ready\r\n");
            type(shell, "\u0003");
            // Ctrl-C discards what was typed, also for a moment afterwards.
            readUntil(shell, "next> ");
            type(shell, "echo in''terrupted\r");

            readUntil(shell, "interrupted\r\n");
        }
    }

    @Test
    void floodArrivesWholeAndInOrder() {
        var result = node().run(Command.of("seq", "300000"), SOON, PLENTY);

        assertThat(result.output().lines())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 300_000)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(result.truncated()).isFalse();
    }

    @Test
    void commandTellsStatusOutputAndError() {
        var result = node().run(Command.of("sh", "-c", "echo out; echo err >&2; exit 4"), SOON, 100);

        assertThat(result.exitStatus()).isEqualTo(4);
        assertThat(result.output()).isEqualTo("out\n");
        assertThat(result.error()).isEqualTo("err\n");
    }

    @Test
    void wordsOfACommandArriveAsTheyAre() {
        var odd = "it's \"$HOME\" `id` $(id);*?\\ \n-n <>|&# ä→";

        var result = node().run(Command.of("printf", "%s|", odd, "", "end"), SOON, 1000);

        assertThat(result.output()).isEqualTo(odd + "||end|");
    }

    @Test
    void commandSeesTheEndOfItsInputWhileItsOutputGoesOn() throws IOException {
        try (var stream = open(Command.of("sh", "-c", "wc -c; sleep 0.2; echo after"))) {
            stream.input().write(new byte[200_000]);
            stream.input().close();

            assertThat(new String(stream.output().readAllBytes(), UTF_8).strip())
                    .isEqualTo("200000\nafter");
            assertThat(stream.exitStatus(SOON)).isZero();
        }
    }

    @Test
    void commandThatDoesNotEndIsGivenUp() {
        assertThatExceptionOfType(NodeException.class)
                .isThrownBy(() -> node().run(Command.of("sleep", "60"), Duration.ofSeconds(2), 100))
                .extracting(NodeException::reason)
                .isEqualTo(NodeException.Reason.TIMED_OUT);
    }

    @Test
    void engineOfTheNodeAnswers() throws IOException {
        try (var engine = new StreamHttpClient(() -> open(new NodeEngine()), "docker")) {
            assertThat(engine.get("/_ping", SOON, 100).body()).isEqualTo("OK");
            assertThat(engine.get("/version", SOON, PLENTY).body()).contains("ApiVersion");
        }
    }

    @Test
    void portOnWhichNothingListensIsRefused() {
        try (var client = new StreamHttpClient(() -> open(new Port(81)), "node")) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.get("/", SOON, 100));
        }
    }

    @Test
    void nodeThatDoesNotExistIsRefused() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> streams().node(SANDBOX, new NodeName("other")).open(new NodeEngine()))
                .extracting(UserFacingException::code)
                .isEqualTo(SandboxError.NODE_NOT_FOUND);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(
                        () -> streams().node(new SandboxId("nosuchid"), NODE).open(new NodeEngine()))
                .extracting(UserFacingException::code)
                .isEqualTo(SandboxError.SANDBOX_NOT_FOUND);
    }

    private NodeHandle node() {
        return streams().node(SANDBOX, NODE);
    }

    private NodeStream open(StreamRequest request) {
        return node().open(request);
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
            // Bash writes the escape sequence of bracketed paste before the output of a command.
            seen.append(new String(buffer, 0, length, UTF_8).replaceAll("\u001b\\[\\?2004[hl]\r?", ""));
        }
    }

    /** Returns a shell that no other test has used, because shells may outlive their streams. */
    private static Shell aShell() {
        return new Shell(SHELLS.incrementAndGet(), Optional.of(SIZE));
    }
}

package dev.slipway.proof.typing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.terminal.FollowedTerminal;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TypedTerminalTest {
    private static final Duration QUIET = Duration.ofMillis(20);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration NEVER = Duration.ofMillis(150);

    @Test
    void seesThePromptThatComesAfterTheOutput() {
        try (var terminal = terminal("ls\r\na b\r\nroot@node1:~# ")) {
            terminal.type("ls\r");

            assertThat(terminal.awaitPrompt(SOON)).isTrue();
            assertThat(terminal.screen()).endsWith("a b\nroot@node1:~# ");
        }
    }

    @Test
    void doesNotTakeTheLineThatWasTypedForAPrompt() {
        try (var terminal = terminal("echo a > ")) {
            terminal.type("echo a > ");

            assertThat(terminal.awaitPrompt(NEVER)).isFalse();
        }
    }

    @Test
    void knowsThePromptsOfOtherShells() {
        for (var prompt : new String[] {"/ # ", "~ $ ", "> ", "MariaDB [shop]> ", "root@0a1b2c:/# "}) {
            try (var terminal = terminal("x\r\n" + prompt)) {
                terminal.type("x\r");

                assertThat(terminal.awaitPrompt(SOON)).as(prompt).isTrue();
            }
        }
    }

    @Test
    void waitsForATextThatIsNew() {
        try (var terminal = terminal("ready\r\nready\r\n")) {
            terminal.type("a\r");
            assertThat(terminal.awaitText("ready", SOON)).isTrue();

            assertThat(terminal.awaitText("steady", NEVER)).isFalse();
        }
    }

    @Test
    void readsTheLastLineAboveThePrompt() {
        try (var terminal = terminal("docker exec web hostname\r\n4f1c2a9b7d10\r\n\r\nroot@node1:~# ")) {
            terminal.type("x\r");

            assertThat(terminal.lastOutput()).isEqualTo("4f1c2a9b7d10");
        }
    }

    @Test
    void givesUpWhenTheShellHasEnded() {
        try (var terminal = new TypedTerminal(_ -> new Echo("", _ -> {}, true), QUIET)) {
            terminal.type("exit\r");

            assertThat(terminal.awaitPrompt(SOON)).isFalse();
        }
    }

    /** Returns a terminal that responds with the same text to all input. */
    private static TypedTerminal terminal(String answer) {
        return new TypedTerminal(output -> new Echo(answer, output, false), QUIET);
    }

    private record Echo(String answer, Consumer<byte[]> output, boolean isOver) implements FollowedTerminal {
        @Override
        public void type(byte[] keys) {
            output.accept(answer.getBytes(UTF_8));
        }

        @Override
        public void close() {
            // Nothing to release.
        }
    }
}

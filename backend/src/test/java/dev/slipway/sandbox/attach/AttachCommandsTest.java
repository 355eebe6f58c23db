package dev.slipway.sandbox.attach;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.sandbox.attach.AttachTarget.Words;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachCommandsTest {
    private static final StreamRequest LIST = StreamRequest.Command.of("ls", "-l", "a b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "two words",
                "it's",
                "''",
                "\"double\"",
                "$HOME `id` $(id)",
                "a;id|id&id>x<y",
                "*?[a]{b,c}~!#",
                "back\\slash\\",
                "line\nbreak\ttab",
                "-rf",
                "",
                "ä→𝄞"
            })
    void wordReachesThroughAShellAsItIs(String word) throws IOException {
        var line = AttachCommands.quoted(List.of("printf", "%s|", word, "end"));

        var shell = new ProcessBuilder("/bin/sh", "-c", line).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8)).isEqualTo(word + "|end|");
    }

    @Test
    void joinsAndQuotesWordsForARemoteShell() {
        assertThat(AttachCommands.words(target(Words.JOINED), LIST))
                .containsExactly("ssh", "-T", "vm", "'ls' '-l' 'a b'");
    }

    @Test
    void appendsWordsWhereNoShellReadsThem() {
        assertThat(AttachCommands.words(target(Words.SEPARATE), LIST))
                .containsExactly("ssh", "-T", "vm", "ls", "-l", "a b");
    }

    @Test
    void putsThePortsNumberIntoItsCommand() {
        assertThat(AttachCommands.words(target(Words.JOINED), new StreamRequest.Port(8080)))
                .containsExactly("ssh", "-W", "127.0.0.1:8080", "vm");
    }

    @Test
    void opensAShellByItsCommandAlone() {
        assertThat(AttachCommands.words(target(Words.JOINED), StreamRequest.Shell.first(new TerminalSize(80, 24))))
                .containsExactly("ssh", "-tt", "vm");
    }

    @Test
    void saysWhichSettingIsMissing() {
        assertThatExceptionOfType(NodeException.class)
                .isThrownBy(() -> AttachCommands.words(target(Words.JOINED), new StreamRequest.NodeEngine()))
                .withMessageContaining("`engine`");
    }

    @Test
    void handsDownNothingOfThePlatformsEnvironmentButWhatIsNamed() {
        var environment = ChildEnvironment.of(
                Map.of(
                        "PATH",
                        "/bin",
                        "HOME",
                        "/home/x",
                        "SPRING_DATASOURCE_PASSWORD",
                        "secret",
                        "SSH_AUTH_SOCK",
                        "/s"),
                Map.of("KUBECONFIG", "/etc/kube"));

        assertThat(environment)
                .containsOnlyKeys("PATH", "HOME", "LANG", "TERM", "COLORTERM", "KUBECONFIG")
                .containsEntry("KUBECONFIG", "/etc/kube");
    }

    private static AttachTarget target(Words words) {
        return new AttachTarget(
                List.of("ssh", "-tt", "vm"),
                List.of("ssh", "-T", "vm"),
                List.of(),
                List.of("ssh", "-W", "127.0.0.1:{port}", "vm"),
                List.of(),
                List.of("true"),
                words,
                255,
                Map.of(),
                false);
    }
}

package dev.slipway.terminal.session;

import static dev.slipway.terminal.session.SomeTerminals.TERMINAL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame.Input;
import dev.slipway.terminal.wire.Frame.Welcome;
import dev.slipway.terminal.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests of the path of input to the shell. */
class SessionInputTest extends SessionsTesting {
    private static final int INPUT_WINDOW = 128 * 1024;

    @Test
    void typedBytesReachShellInOrder() throws Exception {
        nodes.echo();
        var browser = browser(1).connect();

        browser.type("docker ".getBytes(UTF_8));
        browser.type("ps\r".getBytes(UTF_8));

        awaitScreen(browser, "docker ps\r");
    }

    @Test
    void typesForLearnerWhoHasNotOpenedTheTerminal() {
        nodes.echo();

        sessions.type(TERMINAL, "docker ps\n");

        awaitScreen(browser(1).connect(), "docker ps\r");
    }

    @Test
    void refusesToTypeWithoutEndIntoShellThatDoesNotRead() {
        assertThatThrownBy(() -> {
                    for (var i = 0; i < 100; i++) {
                        sessions.type(TERMINAL, "x".repeat(4096));
                    }
                })
                .isInstanceOfSatisfying(
                        UserFacingException.class,
                        refused -> assertThat(refused.code()).isEqualTo(TerminalError.SHELL_BUSY));
    }

    @Test
    void bigPasteArrivesWholeThroughSlowShellWhileItsEchoFlows() throws Exception {
        nodes.echo();
        var browser = browser(1).connect();
        var paste = new byte[1024 * 1024];
        new Random(1).nextBytes(paste);

        browser.paste(paste, INPUT_WINDOW);

        await().until(() -> browser.offset() == paste.length);
        assertThat(nodes.shell().typed()).isEqualTo(paste);
        assertThat(browser.screen()).isEqualTo(paste);
    }

    @Test
    void inputThatIsSentAgainAfterReconnectCountsOnce() throws Exception {
        nodes.echo();
        var browser = browser(1).connect();
        browser.type("abc".getBytes(UTF_8));
        awaitScreen(browser, "abc");
        browser.drop();
        browser.reconnect();
        await().until(() -> browser.news(Welcome.class).size() == 2);

        var begin = browser.news(Welcome.class).getFirst().input();
        assertThat(browser.news(Welcome.class).getLast().input()).isEqualTo(begin + 3);
        browser.viewer().receive(new Input(begin + 1, ByteBuffer.wrap("bcd".getBytes(UTF_8))));

        awaitScreen(browser, "abcd");
    }

    @Test
    void inputBeyondTheWindowIsRefused() throws Exception {
        var browser = browser(1).connect();

        // The fake shell does not read; its buffer takes the first bytes, as the kernel's would.
        assertThatThrownBy(() -> {
                    for (var i = 0; i < 10; i++) {
                        browser.type(new byte[16 * 1024]);
                    }
                })
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void dismissedViewersInputIsIgnored() throws Exception {
        nodes.echo();
        var browser = browser(1).connect();
        await().until(() -> nodes.opened().size() == 1);
        sessions.disconnect(ada);

        browser.type("rm -rf /\r".getBytes(UTF_8));

        await().during(Duration.ofMillis(100)).until(() -> nodes.shell().typed().length == 0);
    }
}

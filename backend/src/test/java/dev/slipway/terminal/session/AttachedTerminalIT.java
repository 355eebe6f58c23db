package dev.slipway.terminal.session;

import static dev.slipway.terminal.session.SomeTerminals.TERMINAL;
import static dev.slipway.terminal.session.SomeTerminals.anAccount;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.attach.Sshd;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.recording.Unrecorded;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.ProtocolException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Terminals on a machine that is attached by a real ssh. */
class AttachedTerminalIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sshd sshd = new Sshd();
    private final Sessions sessions =
            new Sessions(sshd.node(), SomeTerminals.settings(), new SettableClock(), new Unrecorded());

    @AfterEach
    void stop() {
        sessions.endAll(TerminalError.PLATFORM_STOPPING);
        sshd.close();
    }

    @Test
    void resizeReachesTheMachine() throws ProtocolException {
        var browser = browser();

        type(browser, "stty size\r");
        awaitScreen(browser, "24 80\r\n");
        browser.resize(101, 33);
        type(browser, "until [ \"$(stty size)\" = '33 101' ]; do :; done; echo re''sized\r");

        awaitScreen(browser, "resized\r\n");
    }

    @Test
    void floodArrivesWholeAndInOrder() throws ProtocolException {
        var browser = browser();

        type(browser, "seq -f 'n%.0f' 200000; echo do''ne\r");

        awaitScreen(browser, "done\r\n");
        var numbers = Pattern.compile("\nn(\\d+)\r")
                .matcher(screen(browser))
                .results()
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .toArray();
        assertThat(numbers).hasSize(200_000).isSorted().startsWith(1).endsWith(200_000);
    }

    @Test
    void exitStatusIsTold() throws ProtocolException {
        var browser = browser();

        type(browser, "exit 7\r");

        await().atMost(PATIENCE).until(() -> browser.news(Exit.class).equals(List.of(new Exit(7))));
    }

    @Test
    void lossOfTheConnectionEndsTheTerminalWithItsReason() throws ProtocolException {
        var browser = browser();
        type(browser, "echo rea''dy\r");
        awaitScreen(browser, "ready\r\n");

        sshd.die();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.news(Closed.class))
                        .extracting(Closed::reason)
                        .containsExactly(TerminalError.CONNECTION_LOST));
        assertThat(screen(browser)).contains("closed by remote host");
    }

    @Test
    void machineThatCannotBeReachedSaysSo() {
        sshd.die();

        var browser = browser();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.news(Closed.class))
                        .extracting(Closed::reason)
                        .containsExactly(TerminalError.CONNECTION_LOST));
        assertThat(screen(browser)).contains("Connection refused");
    }

    private FakeBrowser browser() {
        return new FakeBrowser(sessions, anAccount(), TERMINAL, 1).sized(80, 24).connect();
    }

    private static void type(FakeBrowser browser, String keys) throws ProtocolException {
        browser.type(keys.getBytes(UTF_8));
    }

    private static void awaitScreen(FakeBrowser browser, String text) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var screen = screen(browser);
            assertThat(screen.substring(Math.max(0, screen.length() - 4000))).contains(text);
        });
    }

    /** Returns the screen without bash's switches of bracketed paste before and after each command. */
    private static String screen(FakeBrowser browser) {
        return new String(browser.screen(), UTF_8).replaceAll("\u001b\\[\\?2004[hl]\r?", "");
    }
}

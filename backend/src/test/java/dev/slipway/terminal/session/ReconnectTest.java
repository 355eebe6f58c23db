package dev.slipway.terminal.session;

import static dev.slipway.terminal.session.SomeTerminals.TERMINAL;
import static dev.slipway.terminal.session.SomeTerminals.anAccount;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.recording.Unrecorded;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.Gap;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReconnectTest {
    private static final int RECONNECTS = 50;

    private final FakeNodes nodes = new FakeNodes();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicInteger printed = new AtomicInteger();
    private final Sessions sessions =
            new Sessions(nodes, SomeTerminals.settings(), Clock.systemUTC(), new Unrecorded());

    @Test
    void fiftyReconnectsDuringFloodLoseDoubleAndReorderNothing() {
        nodes.each(shell -> Thread.ofVirtual().start(() -> printNumberedLines(shell)));
        var random = new Random(7);
        var browser = new FakeBrowser(sessions, anAccount(), TERMINAL, 1).connect();

        for (var i = 0; i < RECONNECTS; i++) {
            var next = browser.offset() + random.nextInt(200_000);
            await().pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> browser.offset() >= next);
            // In half of the cases the platform has not noticed that the connection is lost.
            if (random.nextBoolean()) {
                browser.drop();
            } else {
                browser.vanish();
            }
            browser.reconnect();
        }

        enough.set(true);

        await().until(() -> browser.news(Exit.class).size() == 1);
        assertThat(nodes.opened()).hasSize(1);
        assertThat(browser.problems()).isEmpty();
        assertThat(browser.news(Gap.class)).isEmpty();
        assertThat(browser.news(Closed.class)).allMatch(closed -> closed.reason() == TerminalError.CONNECTION_REPLACED);
        assertThat(countNumberedLines(new String(browser.screen(), US_ASCII))).isEqualTo(printed.get());
    }

    private void printNumberedLines(FakeShell shell) {
        while (!enough.get()) {
            var lines = new StringBuilder();
            while (lines.length() < 4000) {
                lines.append(printed.getAndIncrement()).append('\n');
            }
            shell.print(lines.toString());
        }
        shell.exit(0);
    }

    /** Returns how many lines are in order from the start. */
    private static int countNumberedLines(String screen) {
        var expected = 0;
        for (var line : screen.lines().toList()) {
            if (!line.equals(Integer.toString(expected))) {
                return expected;
            }
            expected++;
        }
        return expected;
    }
}

package dev.slipway.terminal.session;

import static dev.slipway.terminal.session.SomeTerminals.TERMINAL;
import static dev.slipway.terminal.session.SomeTerminals.anAccount;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.shared.AccountId;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.recording.Unrecorded;
import dev.slipway.terminal.wire.Frame.Closed;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** Sessions with fake nodes and fake browsers. */
abstract class SessionsTesting {
    final FakeNodes nodes = new FakeNodes();
    final SettableClock clock = new SettableClock();
    final Sessions sessions = new Sessions(nodes, SomeTerminals.settings(), clock, new Unrecorded());
    final AccountId ada = anAccount();

    @AfterEach
    final void endSessions() {
        sessions.endAll(TerminalError.PLATFORM_STOPPING);
    }

    final FakeBrowser browser(long number) {
        return new FakeBrowser(sessions, ada, TERMINAL, number);
    }

    final void tickAfter(Duration time) {
        clock.advance(time);
        sessions.tick();
    }

    static final void flood(FakeShell shell, int bytes) {
        Thread.ofVirtual().start(() -> shell.print(new byte[bytes]));
    }

    static final void awaitScreen(FakeBrowser browser, String text) {
        await().untilAsserted(
                        () -> assertThat(new String(browser.screen(), UTF_8)).isEqualTo(text));
        assertThat(browser.problems()).isEmpty();
    }

    static final void awaitClosed(FakeBrowser browser, TerminalError reason) {
        await().untilAsserted(() -> assertThat(browser.news(Closed.class))
                .extracting(Closed::reason)
                .containsExactly(reason));
    }
}

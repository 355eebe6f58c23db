package dev.slipway.terminal.session;

import static dev.slipway.terminal.session.SomeTerminals.TERMINAL;
import static dev.slipway.terminal.session.SomeTerminals.anAccount;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame.Alive;
import dev.slipway.terminal.wire.Frame.Role;
import dev.slipway.terminal.wire.Frame.SizeIs;
import dev.slipway.terminal.wire.Frame.Welcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests of a session's viewers, its driver and its size. */
class SessionAudienceTest extends SessionsTesting {
    @Test
    void shellGetsTheFirstViewersSize() {
        browser(1).sized(132, 43).connect();

        await().until(() -> nodes.opened().size() == 1);
        assertThat(nodes.shell().size()).isEqualTo(new TerminalSize(132, 43));
    }

    @Test
    void secondViewerTakesOverByTyping() throws Exception {
        nodes.echo();
        var first = browser(1).sized(80, 24).connect();
        var second = browser(2).sized(100, 30).connect();
        await().until(() -> second.news(Welcome.class).size() == 1);
        assertThat(second.role()).isEqualTo(Role.VIEWER);

        second.type("x".getBytes(UTF_8));

        await().until(() -> second.role() == Role.DRIVER && first.role() == Role.VIEWER);
        await().until(() -> nodes.shell().size().equals(new TerminalSize(100, 30)));
        await().until(() -> first.news(SizeIs.class).contains(new SizeIs(new TerminalSize(100, 30))));
        awaitScreen(first, "x");
        awaitScreen(second, "x");
    }

    @Test
    void viewersSizeDoesNotChangeShellUntilItDrives() throws Exception {
        var first = browser(1).connect();
        var second = browser(2).connect();
        await().until(() -> second.news(Welcome.class).size() == 1);

        second.resize(40, 10);
        first.resize(90, 20);
        await().until(() -> nodes.shell().size().equals(new TerminalSize(90, 20)));
        first.drop();

        await().until(() -> nodes.shell().size().equals(new TerminalSize(40, 10)));
        await().until(() -> second.role() == Role.DRIVER);
    }

    @Test
    void returningBrowserReplacesItsOwnOldConnectionAndDrivesOn() {
        var browser = browser(1).connect();
        await().until(() -> browser.role() == Role.DRIVER);

        browser.vanish();
        browser.reconnect();

        await().until(() -> browser.news(Welcome.class).size() == 2);
        assertThat(browser.news(Welcome.class).getLast().role()).isEqualTo(Role.DRIVER);
    }

    @Test
    void signedOutAccountsConnectionsCloseAndItsShellsLiveOn() {
        var browser = browser(1).connect();
        var other = new FakeBrowser(sessions, anAccount(), TERMINAL, 1).connect();
        await().until(() -> nodes.opened().size() == 1);

        sessions.disconnect(ada);

        awaitClosed(browser, TerminalError.SIGNED_OUT);
        await().until(() -> other.role() == Role.DRIVER);
        nodes.shell().print("on");
        awaitScreen(other, "on");
    }

    @Test
    void quietViewerIsAskedForSignOfLifeAndDroppedWhenItGivesNone() {
        var browser = browser(1).withoutAcknowledging().connect();
        await().until(() -> browser.news(Welcome.class).size() == 1);

        tickAfter(Duration.ofSeconds(21));
        await().until(() -> !browser.news(Alive.class).isEmpty());
        tickAfter(Duration.ofSeconds(70));

        awaitClosed(browser, TerminalError.CLIENT_SILENT);
    }

    @Test
    void accountHasOnlySoManyConnections() {
        for (var i = 0; i < 32; i++) {
            browser(i).connect();
        }

        assertThatThrownBy(() -> browser(33).connect())
                .isInstanceOfSatisfying(
                        UserFacingException.class,
                        refused -> assertThat(refused.code()).isEqualTo(TerminalError.TOO_MANY_CONNECTIONS));
    }
}

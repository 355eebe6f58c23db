package dev.slipway.terminal.session;

import static dev.slipway.terminal.session.SomeTerminals.TERMINAL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.recording.Unrecorded;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.Gap;
import dev.slipway.terminal.wire.Frame.Welcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions of shells that ran before the session and keep running after it. */
class HeldSessionTest extends SessionsTesting {
    private static final long EPOCH = 4711;

    @Test
    void historyOfHeldShellIsShownAsHistory() {
        nodes.holdShell(EPOCH, 100, "old news");

        var browser = browser(1).connect();

        awaitScreen(browser, "old news");
        assertThat(browser.news(Welcome.class)).singleElement().satisfies(welcome -> {
            assertThat(welcome.epoch()).isEqualTo(EPOCH);
            assertThat(welcome.end()).isEqualTo(108);
        });
    }

    @Test
    void browserOfTheLastRunGetsExactlyWhatItLacks() {
        nodes.holdShell(EPOCH, 0, "seen ");
        var browser = browser(1).connect();
        awaitScreen(browser, "seen ");
        var nextRun = new Sessions(nodes, SomeTerminals.settings(), clock, new Unrecorded());
        browser.vanish();
        sessions.endAll(TerminalError.PLATFORM_STOPPING);
        nodes.holdShell(EPOCH, 0, "seen and new");

        browser.moveTo(nextRun);
        browser.reconnect();

        awaitScreen(browser, "seen and new");
        assertThat(browser.news(Gap.class)).isEmpty();
        nextRun.endAll(TerminalError.PLATFORM_STOPPING);
    }

    /** The browser sends again what its count says is missing, so a count that was lost must not begin as before. */
    @Test
    void inputIsCountedFromAnotherNumberAfterARestart() throws Exception {
        nodes.holdShell(EPOCH, 0, "prompt");
        var browser = browser(1).connect();
        browser.type("rm x\r".getBytes(UTF_8));
        var before = browser.news(Welcome.class).getLast().input();
        var nextRun = new Sessions(nodes, SomeTerminals.settings(), clock, new Unrecorded());
        browser.vanish();
        sessions.endAll(TerminalError.PLATFORM_STOPPING);
        nodes.holdShell(EPOCH, 0, "prompt");

        browser.moveTo(nextRun);
        browser.reconnect();

        await().until(() -> browser.news(Welcome.class).size() == 2);
        var after = browser.news(Welcome.class).getLast().input();
        assertThat(Math.abs(after - before)).isGreaterThan(5);
        nextRun.endAll(TerminalError.PLATFORM_STOPPING);
    }

    @Test
    void gapIsShownWhenTheNodeHasNotKeptEnough() {
        nodes.holdShell(EPOCH, 0, "seen");
        var browser = browser(1).connect();
        awaitScreen(browser, "seen");
        var nextRun = new Sessions(nodes, SomeTerminals.settings(), clock, new Unrecorded());
        browser.vanish();
        nodes.holdShell(EPOCH, 10, "rest");

        browser.moveTo(nextRun);
        browser.reconnect();

        awaitScreen(browser, "seenrest");
        assertThat(browser.news(Gap.class)).containsExactly(new Gap(4, 10));
        nextRun.endAll(TerminalError.PLATFORM_STOPPING);
    }

    @Test
    void shellFoundAgainKeepsItsSizeUntilSomebodyLooks() {
        nodes.holdShell(EPOCH, 0, "");
        nodes.each(shell -> shell.resize(new TerminalSize(132, 43)));

        sessions.resume(TERMINAL);

        await().until(() -> nodes.opened().size() == 1);
        assertThat(nodes.requestedSizes()).containsExactly(List.of());
        browser(1).sized(100, 30).connect();
        await().until(() -> nodes.shell().size().equals(new TerminalSize(100, 30)));
    }

    @Test
    void screenOfOneWhoBeginsInTheMiddleIsPaintedAnew() {
        nodes.holdShell(EPOCH, 1000, "the middle");

        var browser = browser(1).sized(80, 24).connect();

        awaitScreen(browser, "the middle");
        await().until(() -> nodes.shell().sizes().equals(List.of(new TerminalSize(80, 23), new TerminalSize(80, 24))));
    }

    @Test
    void shellThatWasOpenedOnARecreatedNodeBeforeAnybodySaidSoLivesOn() {
        nodes.loseStreams();
        nodes.holdShell(EPOCH, 0, "old");
        var browser = browser(1).connect();
        awaitScreen(browser, "old");
        nodes.shell().exit(0);
        awaitClosed(browser, TerminalError.NODE_UNREACHABLE);
        nodes.holdShell(EPOCH + 1, 0, "new prompt");
        browser.reconnect();
        awaitScreen(browser, "new prompt");

        sessions.endAll(TERMINAL.sandbox(), TERMINAL.node(), TerminalError.NODE_REPLACED);
        nodes.shell().print(" goes on");

        awaitScreen(browser, "new prompt goes on");
    }

    @Test
    void lostStreamIsNoExit() {
        nodes.loseStreams();
        nodes.holdShell(EPOCH, 0, "here");
        var browser = browser(1).connect();
        awaitScreen(browser, "here");

        nodes.shell().exit(0);

        awaitClosed(browser, TerminalError.NODE_UNREACHABLE);
        assertThat(browser.news(Exit.class)).isEmpty();
    }

    @Test
    void closedTerminalEndsItsShellInTheNode() {
        var browser = browser(1).connect();
        await().until(() -> nodes.opened().size() == 1);

        sessions.close(TERMINAL);

        await().until(() -> nodes.ended().equals(List.of(TERMINAL.number())));
        await().until(() -> browser.news(Exit.class).size() == 1);
    }

    @Test
    void shellThatNobodyLooksAtLivesOnAsLongAsItsSandbox() {
        var browser = browser(1).connect();
        await().until(() -> nodes.opened().size() == 1);
        browser.drop();

        tickAfter(Duration.ofMinutes(12));
        tickAfter(Duration.ofHours(5));
        nodes.shell().print("still here");
        browser.reconnect();

        awaitScreen(browser, "still here");
        assertThat(nodes.ended()).isEmpty();
        assertThat(nodes.opened()).hasSize(1);
    }

    @Test
    void stopOfThePlatformLeavesShellsAlone() {
        browser(1).connect();
        await().until(() -> nodes.opened().size() == 1);

        sessions.endAll(TerminalError.PLATFORM_STOPPING);

        await().until(() -> nodes.shell().isClosed());
        assertThat(nodes.ended()).isEmpty();
    }
}

package dev.slipway.terminal.session;

import static dev.slipway.terminal.session.SomeTerminals.TERMINAL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.NodeReplaced;
import dev.slipway.sandbox.OneReadySandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.shared.NodeName;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.Welcome;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Tests of how sessions end and which viewers are notified. */
class SessionEndingTest extends SessionsTesting {
    private final OneReadySandbox sandbox = new OneReadySandbox(TERMINAL.sandbox(), TERMINAL.node());
    private final SandboxListener listener = new SandboxListener(sessions, sandbox);

    @Test
    void exitIsToldAfterTheLastOutputAndNextConnectionStartsAnew() {
        var browser = browser(1).connect();
        await().until(() -> nodes.opened().size() == 1);
        nodes.shell().print("logout\r\n");
        nodes.shell().exit(3);

        await().until(() -> browser.news(Exit.class).equals(List.of(new Exit(3))));
        assertThat(new String(browser.screen(), UTF_8)).isEqualTo("logout\r\n");
        nodes.each(shell -> shell.print("new shell"));
        browser.reconnect();

        awaitScreen(browser, "new shell");
        assertThat(browser.news(Welcome.class).stream().map(Welcome::epoch)).doesNotHaveDuplicates();
    }

    @Test
    void lostConnectionIsToldAfterTheLastOutputWhichMayBeItsCause() {
        var browser = browser(1).withoutReading().connect();
        await().until(() -> nodes.opened().size() == 1);
        nodes.shell().print("Connection closed by remote host.\r\n");
        nodes.shell().lose();
        await().until(() -> nodes.shell().isClosed());

        browser.readAgain();

        awaitClosed(browser, TerminalError.CONNECTION_LOST);
        assertThat(new String(browser.screen(), UTF_8)).isEqualTo("Connection closed by remote host.\r\n");
    }

    @Test
    void closedTerminalsShellEndsForEverybodyAndNextConnectionStartsAnew() {
        var browser = browser(1).connect();
        await().until(() -> nodes.opened().size() == 1);

        sessions.close(TERMINAL);

        await().until(() -> browser.news(Exit.class).equals(List.of(new Exit(-1))));
        await().until(() -> nodes.shell().isClosed());
        nodes.each(shell -> shell.print("new shell"));
        browser.reconnect();
        awaitScreen(browser, "new shell");
    }

    @Test
    void viewerThatIsDismissedWhileTheShellOpensIsClosedAtOnce() {
        var opened = new CountDownLatch(1);
        nodes.each(_ -> await().until(() -> opened.getCount() == 0));
        var browser = browser(1).connect();

        sessions.disconnect(ada);

        awaitClosed(browser, TerminalError.SIGNED_OUT);
        assertThat(browser.news(Welcome.class)).isEmpty();
        opened.countDown();
    }

    @Test
    void closingTerminalThatNobodyOpenedStartsNoShell() {
        sessions.close(TERMINAL);

        assertThat(nodes.opened()).isEmpty();
    }

    @Test
    void endOfSandboxClosesItsTerminalsAndSaysWhy() {
        var browser = browser(1).connect();
        await().until(() -> nodes.opened().size() == 1);

        listener.on(sandbox.become(new SandboxState.Ending()));

        awaitClosed(browser, TerminalError.SANDBOX_OVER);
        await().until(() -> nodes.shell().isClosed());
    }

    @Test
    void frozenSandboxKeepsItsTerminals() {
        var browser = browser(1).connect();
        await().until(() -> nodes.opened().size() == 1);

        listener.on(sandbox.become(new SandboxState.Frozen()));
        nodes.shell().print("still here");

        awaitScreen(browser, "still here");
    }

    @Test
    void shellLostWhileItsNodeIsRecreatedSaysSoAndTheOneOnTheNewMachineStays() {
        var browser = browser(1).connect();
        await().until(() -> nodes.opened().size() == 1);
        nodes.reset(true);
        nodes.shell().exit(137);

        awaitClosed(browser, TerminalError.NODE_REPLACED);
        nodes.each(shell -> shell.print("new machine"));
        browser.reconnect();
        awaitScreen(browser, "new machine");
        nodes.reset(false);
        listener.on(new NodeReplaced(TERMINAL.sandbox(), TERMINAL.node()));

        assertThat(browser.news(Exit.class)).isEmpty();
        assertThat(nodes.shell().isClosed()).isFalse();
    }

    @Test
    void replacedNodeClosesOnlyItsOwnTerminals() {
        var browser = browser(1).connect();
        var other = new FakeBrowser(sessions, ada, new TerminalKey(TERMINAL.sandbox(), new NodeName("node2"), 1), 2)
                .connect();
        await().until(() -> nodes.opened().size() == 2);

        listener.on(new NodeReplaced(TERMINAL.sandbox(), TERMINAL.node()));

        awaitClosed(browser, TerminalError.NODE_REPLACED);
        assertThat(other.news(Closed.class)).isEmpty();
    }
}

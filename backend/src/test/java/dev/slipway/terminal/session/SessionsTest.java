package dev.slipway.terminal.session;

import static dev.slipway.terminal.session.SomeTerminals.TERMINAL;
import static dev.slipway.terminal.session.SomeTerminals.anAccount;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.TerminalSize;
import dev.slipway.sandbox.NodeReplaced;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.wire.Frame.Ack;
import dev.slipway.terminal.wire.Frame.Alive;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.Gap;
import dev.slipway.terminal.wire.Frame.Input;
import dev.slipway.terminal.wire.Frame.Role;
import dev.slipway.terminal.wire.Frame.SizeIs;
import dev.slipway.terminal.wire.Frame.Welcome;
import dev.slipway.terminal.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final int WINDOW = 384 * 1024;
    private static final int INPUT_WINDOW = 128 * 1024;

    private final FakeNodes nodes = new FakeNodes();
    private final SettableClock clock = new SettableClock();
    private final Sessions sessions = new Sessions(nodes, SomeTerminals.settings(), clock);
    private final AccountId ada = anAccount();

    @AfterEach
    void endSessions() {
        sessions.endAll(TerminalError.PLATFORM_STOPPING);
    }

    @Test
    void showsWhatShellPrints() {
        nodes.each(shell -> shell.print("welcome to node1\r\n"));

        var browser = browser(1).connect();

        awaitScreen(browser, "welcome to node1\r\n");
        assertThat(browser.role()).isEqualTo(Role.DRIVER);
    }

    @Test
    void shellGetsTheFirstViewersSize() {
        browser(1).sized(132, 43).connect();

        await().until(() -> nodes.shells().size() == 1);
        assertThat(nodes.shell().size()).isEqualTo(new TerminalSize(132, 43));
    }

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
    void stopsReadingNodeWhileDriverDoesNotAcknowledge() throws Exception {
        nodes.each(shell -> flood(shell, 20 * 1024 * 1024));
        var browser = browser(1).withoutAcknowledging().connect();
        await().until(() -> browser.offset() == WINDOW);

        var readBefore = nodes.shell().printedAndRead();
        await().during(Duration.ofMillis(300))
                .until(() -> nodes.shell().printedAndRead() == readBefore && browser.offset() == WINDOW);

        assertThat(readBefore).isBetween((long) WINDOW, (long) WINDOW + 32 * 1024);
        browser.acknowledge();
        await().until(() -> browser.offset() > WINDOW);
    }

    @Test
    void resumesWithExactlyTheMissingBytes() {
        var browser = browser(1).connect();
        await().until(() -> nodes.shells().size() == 1);
        nodes.shell().print("one ");
        awaitScreen(browser, "one ");

        browser.drop();
        nodes.shell().print("two ");
        browser.reconnect();

        awaitScreen(browser, "one two ");
        assertThat(browser.news(Gap.class)).isEmpty();
        assertThat(nodes.shells()).hasSize(1);
    }

    @Test
    void nodeWaitsForDriverWhoLostTheConnectionButNotForEver() {
        nodes.each(shell -> flood(shell, 20 * 1024 * 1024));
        var browser = browser(1).withoutAcknowledging().connect();
        await().until(() -> browser.offset() == WINDOW);

        browser.drop();
        tickAfter(Duration.ofSeconds(29));
        assertThat(nodes.shell().printedAndRead()).isLessThanOrEqualTo(WINDOW + 32 * 1024);
        tickAfter(Duration.ofSeconds(2));

        await().until(() -> nodes.shell().printedAndRead() == 20 * 1024 * 1024);
    }

    @Test
    void showsGapWhenMissingOutputIsGone() {
        var browser = browser(1).connect();
        await().until(() -> nodes.shells().size() == 1);
        nodes.shell().print("seen");
        awaitScreen(browser, "seen");
        browser.drop();
        tickAfter(Duration.ofSeconds(31));
        nodes.shell().print(new byte[700 * 1024]);
        await().until(() -> nodes.shell().printedAndRead() == 700 * 1024 + 4);

        browser.reconnect();

        await().until(() -> browser.offset() == 700 * 1024 + 4);
        assertThat(browser.news(Gap.class)).containsExactly(new Gap(4, 700 * 1024 + 4 - 512 * 1024));
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void resumingAfterTheEndIsRefused() {
        var browser = browser(1).connect();
        await().until(() -> browser.news(Welcome.class).size() == 1);
        var epoch = browser.news(Welcome.class).getFirst().epoch();
        var hello = new dev.slipway.terminal.wire.Frame.Hello(
                "",
                2,
                Optional.of(new dev.slipway.terminal.wire.Frame.Position(epoch, 1000)),
                new TerminalSize(80, 24));

        assertThatThrownBy(() -> sessions.attach(ada, TERMINAL, hello, new DeafLink()))
                .isInstanceOf(ProtocolException.class);
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
    void viewerWhoDoesNotReadHoldsNobodyAndMissesPartVisibly() {
        nodes.each(shell -> flood(shell, 5 * 1024 * 1024));
        var driver = browser(1).withoutReading().connect();
        var sleeper = browser(2).withoutReading().connect();

        driver.readAgain();
        await().until(() -> driver.offset() == 5 * 1024 * 1024);
        sleeper.readAgain();

        await().until(() -> sleeper.offset() == 5 * 1024 * 1024);
        assertThat(sleeper.news(Gap.class)).isNotEmpty();
        assertThat(driver.news(Gap.class)).isEmpty();
        assertThat(driver.problems()).isEmpty();
        assertThat(sleeper.problems()).isEmpty();
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

        assertThat(browser.news(Welcome.class).getLast().input()).isEqualTo(3);
        browser.viewer().receive(new Input(1, ByteBuffer.wrap("bcd".getBytes(UTF_8))));

        awaitScreen(browser, "abcd");
    }

    @Test
    void inputBeyondTheWindowIsRefused() throws Exception {
        var browser = browser(1).connect();

        // The fake's shell reads nothing; a kernel's buffer takes the first bytes.
        assertThatThrownBy(() -> {
                    for (var i = 0; i < 10; i++) {
                        browser.type(new byte[16 * 1024]);
                    }
                })
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void acknowledgingTheFutureIsRefused() {
        var browser = browser(1).connect();

        assertThatThrownBy(() -> browser.viewer().receive(new Ack(5))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void exitIsToldAfterTheLastOutputAndNextConnectionStartsAnew() {
        var browser = browser(1).connect();
        await().until(() -> nodes.shells().size() == 1);
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
    void closedTerminalsShellEndsForEverybodyAndNextConnectionStartsAnew() {
        var browser = browser(1).connect();
        await().until(() -> nodes.shells().size() == 1);

        sessions.close(TERMINAL);

        await().until(() -> browser.news(Exit.class).equals(List.of(new Exit(-1))));
        await().until(() -> nodes.shell().isClosed());
        nodes.each(shell -> shell.print("new shell"));
        browser.reconnect();
        awaitScreen(browser, "new shell");
    }

    @Test
    void closingTerminalThatNobodyOpenedStartsNoShell() {
        sessions.close(TERMINAL);

        assertThat(nodes.shells()).isEmpty();
    }

    @Test
    void endOfSandboxClosesItsTerminalsAndSaysWhy() {
        var browser = browser(1).connect();
        await().until(() -> nodes.shells().size() == 1);

        new SandboxListener(sessions).on(new SandboxChanged(sandbox(new SandboxState.Ending())));

        awaitClosed(browser, TerminalError.SANDBOX_OVER);
        await().until(() -> nodes.shell().isClosed());
    }

    @Test
    void frozenSandboxKeepsItsTerminals() {
        var browser = browser(1).connect();
        await().until(() -> nodes.shells().size() == 1);

        new SandboxListener(sessions).on(new SandboxChanged(sandbox(new SandboxState.Frozen())));
        nodes.shell().print("still here");

        awaitScreen(browser, "still here");
    }

    @Test
    void replacedNodeClosesOnlyItsOwnTerminals() {
        var browser = browser(1).connect();
        var other = new FakeBrowser(sessions, ada, new TerminalKey(TERMINAL.sandbox(), new NodeName("node2"), 1), 2)
                .connect();
        await().until(() -> nodes.shells().size() == 2);

        new SandboxListener(sessions).on(new NodeReplaced(TERMINAL.sandbox(), TERMINAL.node()));

        awaitClosed(browser, TerminalError.NODE_REPLACED);
        assertThat(other.news(Closed.class)).isEmpty();
    }

    @Test
    void signedOutAccountsConnectionsCloseAndItsShellsLiveOn() {
        var browser = browser(1).connect();
        var other = new FakeBrowser(sessions, anAccount(), TERMINAL, 1).connect();
        await().until(() -> nodes.shells().size() == 1);

        sessions.disconnect(ada);

        awaitClosed(browser, TerminalError.SIGNED_OUT);
        await().until(() -> other.role() == Role.DRIVER);
        nodes.shell().print("on");
        awaitScreen(other, "on");
    }

    @Test
    void dismissedViewersInputIsIgnored() throws Exception {
        nodes.echo();
        var browser = browser(1).connect();
        await().until(() -> nodes.shells().size() == 1);
        sessions.disconnect(ada);

        browser.type("rm -rf /\r".getBytes(UTF_8));

        await().during(Duration.ofMillis(100)).until(() -> nodes.shell().typed().length == 0);
    }

    @Test
    void sessionWithoutViewersEndsAfterItsIdleLife() {
        var browser = browser(1).connect();
        await().until(() -> nodes.shells().size() == 1);
        browser.drop();

        tickAfter(Duration.ofMinutes(9));
        assertThat(nodes.shell().isClosed()).isFalse();
        tickAfter(Duration.ofMinutes(2));

        await().until(() -> nodes.shell().isClosed());
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

    private FakeBrowser browser(long number) {
        return new FakeBrowser(sessions, ada, TERMINAL, number);
    }

    private void tickAfter(Duration time) {
        clock.advance(time);
        sessions.tick();
    }

    private static void flood(FakeShell shell, int bytes) {
        Thread.ofVirtual().start(() -> shell.print(new byte[bytes]));
    }

    private static void awaitScreen(FakeBrowser browser, String text) {
        await().untilAsserted(
                        () -> assertThat(new String(browser.screen(), UTF_8)).isEqualTo(text));
        assertThat(browser.problems()).isEmpty();
    }

    private static void awaitClosed(FakeBrowser browser, TerminalError reason) {
        await().untilAsserted(() -> assertThat(browser.news(Closed.class))
                .extracting(Closed::reason)
                .containsExactly(reason));
    }

    private Sandbox sandbox(SandboxState state) {
        return new Sandbox(
                TERMINAL.sandbox(),
                new AttemptId(UUID.randomUUID()),
                ada,
                List.of(TERMINAL.node()),
                state,
                Instant.EPOCH,
                Optional.empty());
    }

    private static final class DeafLink implements ViewerLink {
        @Override
        public void send(ByteBuffer frame) {}

        @Override
        public void close() {}
    }
}

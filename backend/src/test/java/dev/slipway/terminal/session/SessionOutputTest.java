package dev.slipway.terminal.session;

import static dev.slipway.terminal.session.SomeTerminals.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.SessionKey;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.wire.Frame.Ack;
import dev.slipway.terminal.wire.Frame.Gap;
import dev.slipway.terminal.wire.Frame.Role;
import dev.slipway.terminal.wire.Frame.Welcome;
import dev.slipway.terminal.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the path of output to the viewers. */
class SessionOutputTest extends SessionsTesting {
    private static final int WINDOW = 384 * 1024;

    @Test
    void showsWhatShellPrints() {
        nodes.each(shell -> shell.print("welcome to node1\r\n"));

        var browser = browser(1).connect();

        awaitScreen(browser, "welcome to node1\r\n");
        assertThat(browser.role()).isEqualTo(Role.DRIVER);
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
        await().until(() -> nodes.opened().size() == 1);
        nodes.shell().print("one ");
        awaitScreen(browser, "one ");

        browser.drop();
        nodes.shell().print("two ");
        browser.reconnect();

        awaitScreen(browser, "one two ");
        assertThat(browser.news(Gap.class)).isEmpty();
        assertThat(nodes.opened()).hasSize(1);
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
        await().until(() -> nodes.opened().size() == 1);
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

        assertThatThrownBy(() -> sessions.attach(ada, SessionKey.unshared(), TERMINAL, hello, new DeafLink()))
                .isInstanceOf(ProtocolException.class);
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
    void acknowledgingTheFutureIsRefused() {
        var browser = browser(1).connect();

        assertThatThrownBy(() -> browser.viewer().receive(new Ack(5))).isInstanceOf(ProtocolException.class);
    }

    private static final class DeafLink implements ViewerLink {
        @Override
        public void send(ByteBuffer frame) {}

        @Override
        public void close() {}
    }
}

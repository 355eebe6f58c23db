package dev.slipway.terminal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.wire.Frame.Cleared;
import dev.slipway.terminal.wire.Frame.Reset;
import dev.slipway.terminal.wire.Frame.Resize;
import dev.slipway.terminal.wire.Frame.Sight;
import dev.slipway.terminal.wire.Frame.SizeIs;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests of hidden viewers, and of size changes and resets between output. */
class SightTest extends SessionsTesting {
    private static final int WINDOW = 384 * 1024;
    private static final int FLOOD = 5 * 1024 * 1024;

    @Test
    void hiddenDriverDoesNotSetThePace() {
        nodes.each(shell -> flood(shell, FLOOD));

        browser(1).hidden().withoutAcknowledging().connect();

        await().until(() -> nodes.shell().printedAndRead() == FLOOD);
    }

    @Test
    void driverThatIsHiddenLetsTheNodeRunOnAndSlowsItAgainOnceSeen() throws Exception {
        nodes.each(shell -> flood(shell, FLOOD));
        var browser = browser(1).withSnapshots().withoutAcknowledging().connect();
        await().until(() -> browser.offset() == WINDOW);

        browser.viewer().receive(new Sight(false));
        await().until(() -> nodes.shell().printedAndRead() == FLOOD);

        browser.viewer().receive(new Sight(true));
        await().until(() -> browser.offset() > FLOOD - 512 * 1024);
        flood(nodes.shell(), FLOOD);
        await().during(Duration.ofMillis(300))
                .until(() -> nodes.shell().printedAndRead() < FLOOD + WINDOW + 512 * 1024);

        browser.viewer().receive(new Sight(false));
        await().until(() -> nodes.shell().printedAndRead() == 2 * FLOOD);
    }

    @Test
    void hiddenDriverThatIsLostHoldsNobody() {
        nodes.each(shell -> flood(shell, FLOOD));
        var browser = browser(1).hidden().withoutAcknowledging().connect();

        browser.drop();

        await().until(() -> nodes.shell().printedAndRead() == FLOOD);
    }

    @Test
    void sizesComeBetweenTheOutputThatTheyBelongTo() throws Exception {
        var driver = browser(1).withSnapshots().sized(80, 24).connect();
        await().until(() -> nodes.opened().size() == 1);
        nodes.shell().print("small");
        awaitScreen(driver, "small");
        driver.viewer().receive(new Resize(new TerminalSize(120, 40)));
        nodes.shell().print(" large");
        awaitScreen(driver, "small large");

        var late = browser(2).withSnapshots().sized(80, 24).connect();

        awaitScreen(late, "small large");
        assertThat(late.news(SizeIs.class))
                .extracting(SizeIs::size)
                .containsExactly(new TerminalSize(80, 24), new TerminalSize(120, 40));
    }

    @Test
    void resetReachesAllViewersAndLetsTheProgramPaintAgain() throws Exception {
        var driver = browser(1).withSnapshots().connect();
        var other = browser(2).withSnapshots().connect();
        await().until(() -> nodes.opened().size() == 1);
        nodes.shell().print("mess");
        awaitScreen(driver, "mess");
        awaitScreen(other, "mess");

        other.viewer().receive(new Reset());

        await().until(() -> driver.news(Cleared.class).size() == 1
                && other.news(Cleared.class).size() == 1);
        await().until(() -> nodes.shell().sizes().size() == 2);
        assertThat(nodes.shell().size()).isEqualTo(new TerminalSize(80, 24));
    }

    @Test
    void failureWithinTheSessionEndsTheTerminalVisibly() {
        nodes.failWith(new IllegalArgumentException("a terminal has 1 to 1000 columns and rows"));

        var browser = browser(1).connect();

        awaitClosed(browser, dev.slipway.terminal.TerminalError.PLATFORM_FAILED);
    }
}

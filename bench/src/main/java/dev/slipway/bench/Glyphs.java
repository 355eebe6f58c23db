package dev.slipway.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Measures the time from a key press in Chromium to the painted glyph, in a terminal that xterm.js draws as DOM
 * elements. It measures with the page's clock: from the time stamp of the key event to the first task after the frame
 * that paints the glyph. The echo comes from a program in the node that does nothing else, as in {@link Echo}.
 */
final class Glyphs {
    /** Detects a prompt at the end of the screen. */
    private static final String PROMPT = "element => /[#$]\\s*$/.test(element.textContent.trimEnd())";

    private static final String OBSERVE = """
            element => {
              const glyphs = () => element.textContent.split('x').length - 1;
              const drawn = (element.slipwayDrawn = []);
              let pressed;
              let seen = glyphs();
              const afterFrame = new MessageChannel();
              afterFrame.port1.onmessage = () => drawn.push(performance.now() - pressed);
              const watching = new MutationObserver(() => {
                const now = glyphs();
                if (now > seen) afterFrame.port2.postMessage('');
                seen = now;
              });
              watching.observe(element, { childList: true, subtree: true, characterData: true });
              const press = (event) => (pressed = event.timeStamp);
              addEventListener('keydown', press, true);
              element.slipwayDone = () => {
                watching.disconnect();
                removeEventListener('keydown', press, true);
                return drawn;
              };
            }""";

    private static final double PATIENCE_MILLIS = 20_000;

    private final Page page;
    private final Locator terminal;

    /**
     * Waits for the terminal's prompt.
     *
     * @param terminal the element around the terminal
     */
    Glyphs(Page page, Locator terminal) {
        this.page = page;
        this.terminal = terminal;
        await(PROMPT);
    }

    void measure(int keys, Samples samples) {
        // The marker is in two parts, so that the echo of the command line does not contain it. After the screen is
        // cleared, it shows no x, so each x that appears is an echo.
        types("clear; stty raw -echo; echo rea\"\"dy; dd bs=1 status=none count=" + (keys + 1) + "; stty sane; clear");
        await("element => element.textContent.includes('ready')");
        rows().evaluate(OBSERVE);
        for (var key = 1; key <= keys; key++) {
            // A random pause, so that key presses are not synchronised with frames.
            Pause.millis(ThreadLocalRandom.current().nextInt(20, 60));
            page.keyboard().press("x");
            await("element => element.slipwayDrawn.length >= " + key);
        }
        var drawn = (Iterable<?>) rows().evaluate("element => element.slipwayDone()");
        drawn.forEach(millis -> samples.add(((Number) millis).doubleValue()));
        // Presses one key more than is measured, because the screen may be cleared before the last glyph is painted.
        page.keyboard().press("x");
        await("element => !element.textContent.includes('ready')");
        await(PROMPT);
    }

    /** Types a command and presses Enter. */
    void types(String command) {
        terminal.locator("textarea").first().focus();
        page.keyboard().type(command);
        page.keyboard().press("Enter");
    }

    void press(String key) {
        terminal.locator("textarea").first().focus();
        page.keyboard().press(key);
    }

    private void await(String condition) {
        try {
            page.waitForFunction(
                    "([element]) => (" + condition + ")(element)",
                    new Object[] {rows().elementHandle()},
                    new Page.WaitForFunctionOptions()
                            .setTimeout(PATIENCE_MILLIS)
                            .setPollingInterval(5));
        } catch (TimeoutError late) {
            throw new IllegalStateException("unexpected terminal content: " + rows().textContent(), late);
        }
    }

    /** Returns the element in which xterm.js's DOM renderer draws. */
    private Locator rows() {
        return terminal.locator(".xterm-rows");
    }
}

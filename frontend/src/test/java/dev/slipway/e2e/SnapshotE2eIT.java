package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.screen.ScreenTracker;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Compares the platform's model of a terminal with real xterm.js, and checks the terminal after a reload of the page.
 */
class SnapshotE2eIT extends E2e {
    private static final int STREAMS = 25;
    private static final int PIECES = 60;

    @Test
    void snapshotAndRestLeaveXtermAsAllOfTheOutputDoes() {
        var lab = learner().signsIn().opens("publish-a-port");
        var xterm = new XtermState(page(), false);
        var first = 20260301L;

        for (var seed = first; seed < first + STREAMS; seed++) {
            var all = new RandomOutput(seed).bytes(PIECES);
            var cut = new Random(seed).nextInt(all.length + 1);
            var tracker = new ScreenTracker(new TerminalSize(XtermState.COLUMNS, XtermState.ROWS));
            tracker.feed(all, 0, cut);

            assertThat(xterm.after(tracker.snapshot(), Arrays.copyOfRange(all, cut, all.length)))
                    .as("seed %d", seed)
                    .isEqualTo(xterm.after(all));
        }
        lab.endsEarly();
    }

    @Test
    void editorThatPrintedMuchIsStillOnItsOwnScreenAfterAReload() {
        var lab = learner().signsIn().opens("publish-a-port");
        lab.types(
                        "printf '\\e[?1049h\\e[?2004h\\e[2J'; seq 1 120000; printf '\\e[2J\\e[3;5Hin the edi'; echo tor; read x")
                .seesInTerminal("in the editor");

        page().reload();

        lab.seesInTerminal("in the editor");
        assertThat(page().evaluate("""
                () => {
                  const xterm = document.querySelector('slipway-terminal').parts.screen.xterm;
                  return xterm.buffer.active.type + ' ' + xterm.modes.bracketedPasteMode;
                }""")).isEqualTo("alternate true");
        lab.presses("Enter");
        lab.types("printf '\\e[?1049l'").types("echo back-$((1 + 1))").seesInTerminal("back-2");
        lab.seesInTerminal("printf '\\e[?1049h");
        lab.endsEarly();
    }
}

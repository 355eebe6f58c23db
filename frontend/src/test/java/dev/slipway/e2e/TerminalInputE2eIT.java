package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests a terminal's handling of pastes and keys, and of pages in the background. */
class TerminalInputE2eIT extends E2e {
    private static final String MODES = """
            () => {
              const xterm = document.querySelector('slipway-terminal').parts.screen.xterm;
              return xterm.modes.mouseTrackingMode + ' ' + xterm._core.coreService.isCursorHidden;
            }""";

    private Workspace lab;

    @BeforeEach
    void openLab() {
        lab = learner().signsIn().opens("publish-a-port");
        lab.waitsForPrompt();
    }

    @AfterEach
    void endLab() {
        lab.endsEarly();
    }

    @Test
    void nothingInAPasteRunsByItself() {
        for (var paste : new String[] {
            "echo safe \u001b[20\u001b[201~1~\rtouch /tmp/pwned\r",
            "echo safe \u001b[2\u001b[20\u001b[201~1~01~\rtouch /tmp/pwned\r",
            "echo safe\u0003touch /tmp/pwned\r",
            "echo safe\u009b201~\rtouch /tmp/pwned\r",
            "echo safe\u0004\u001a\u0016\rtouch /tmp/pwned\r",
        }) {
            paste(paste);
            lab.presses("Control+c");
        }

        lab.types("ls /tmp/pwned; echo looked-$((1 + 1))").seesInTerminal("looked-2");
        lab.seesInTerminal("No such file");
    }

    @Test
    void lineThatTheTerminalWouldCutIsAskedAboutBefore() {
        lab.types("cat > long").seesInTerminal("cat > long");

        paste("x".repeat(6000));

        page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Paste a line of 6,000 bytes?"))
                .waitFor();
        page().keyboard().press("Escape");
        lab.presses("Control+d");
        lab.types("wc -c long").seesInTerminal("0 long");
    }

    @Test
    void pageThatNobodySeesDoesNotSlowTheShell() {
        lab.types("go() { s=$(date +%s%3N); seq 1 300000; echo $(($(date +%s%3N) - s)) > took; }; echo def-$((1 + 1))")
                .seesInTerminal("def-2");
        // Simulates a background page: hidden, with slow timers.
        page().evaluate("""
                () => {
                  const timer = window.setTimeout;
                  window.slow = true;
                  window.setTimeout = (action, ms, ...rest) => timer(action, window.slow ? Math.max(1000, ms ?? 0) : ms, ...rest);
                  Object.defineProperty(document, 'visibilityState', {get: () => window.slow ? 'hidden' : 'visible', configurable: true});
                  document.dispatchEvent(new Event('visibilitychange'));
                }""");

        lab.types("go; echo ended-$((1 + 1))");
        page().waitForTimeout(6000);
        page().evaluate("() => { window.slow = false; document.dispatchEvent(new Event('visibilitychange')); }");

        lab.seesInTerminal("ended-2");
        lab.types("echo took-$((`cat took` / 5000))-times-5-s").seesInTerminal("took-0-times-5-s");
    }

    @Test
    void keysGoByWhatIsPrintedOnThem() {
        press(Map.of("key", "U", "code", "KeyF", "ctrlKey", true, "shiftKey", true));
        assertThat(page().locator(".terminal-find")).isHidden();

        press(Map.of("key", "F", "code", "KeyY", "ctrlKey", true, "shiftKey", true));
        assertThat(page().locator(".terminal-find")).isVisible();
        page().keyboard().press("Escape");

        press(Map.of("key", "+", "code", "Equal", "ctrlKey", true, "shiftKey", true));
        assertThat(lab.terminal().locator(".xterm-rows")).hasCSS("font-size", "15px");
        press(Map.of("key", "à", "code", "Digit0", "ctrlKey", true));
        assertThat(lab.terminal().locator(".xterm-rows")).hasCSS("font-size", "14px");
    }

    @Test
    void enterThatConfirmsACompositionStartsNoShell() {
        lab.types("exit");
        var state = page().locator(".terminal-state");
        assertThat(state).hasAttribute("data-state", "ended");

        press(Map.of("key", "Enter", "code", "Enter", "isComposing", true));
        assertThat(state).hasAttribute("data-state", "ended");

        lab.presses("Enter");
        lab.hasLiveTerminal();
    }

    @Test
    void newShellStartsWithACleanTerminal() {
        lab.types("printf '\\e[?25l\\e[?1003h'; exit");
        assertThat(page().locator(".terminal-state")).hasAttribute("data-state", "ended");

        lab.presses("Enter");

        lab.hasLiveTerminal();
        lab.types("echo clean-$((1 + 1))").seesInTerminal("clean-2");
        assertThat(page().evaluate(MODES)).isEqualTo("none false");
    }

    @Test
    void resetTerminalUndoesWhatAProgramLeftBehindAlsoAfterAReload() {
        lab.types("printf '\\e[?25l\\e[?1003h\\e[31m'; echo red-$((1 + 1))").seesInTerminal("red-2");

        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Terminal menu"))
                .click();
        page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Reset terminal"))
                .click();

        await().untilAsserted(() -> assertThat(page().evaluate(MODES)).isEqualTo("none false"));
        lab.types("echo still-$((1 + 1))").seesInTerminal("still-2");
        page().reload();
        lab.seesInTerminal("still-2");
        assertThat(page().evaluate(MODES)).isEqualTo("none false");
    }

    @Test
    void browserAsksBeforeAPageClosesInWhoseTerminalSomebodyWorks() {
        var asked = new CopyOnWriteArrayList<String>();
        page().onDialog(dialog -> answer(dialog, asked));
        lab.types("echo here-$((1 + 1))").seesInTerminal("here-2");

        page().close(new Page.CloseOptions().setRunBeforeUnload(true));

        page().waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");
    }

    private static void answer(Dialog dialog, CopyOnWriteArrayList<String> asked) {
        asked.add(dialog.type());
        dialog.dismiss();
    }

    private void press(Map<String, Object> key) {
        lab.terminal()
                .locator("textarea")
                .evaluate(
                        "(area, key) => { area.focus(); area.dispatchEvent(new KeyboardEvent('keydown', {...key, bubbles: true, cancelable: true})); }",
                        key);
    }

    private void paste(String text) {
        lab.terminal().locator("textarea").evaluate("""
                (area, text) => {
                  area.focus();
                  const data = new DataTransfer();
                  data.setData('text/plain', text);
                  area.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                }""", text);
    }
}

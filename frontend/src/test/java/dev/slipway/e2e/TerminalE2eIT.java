package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests uses of a terminal other than plain typing. */
class TerminalE2eIT extends E2e {
    private static final int PASTED_LINES = 16_384;

    private Workspace lab;

    @BeforeEach
    void openLab() {
        lab = learner().signsIn().opens("publish-a-port");
    }

    @AfterEach
    void endLab() {
        lab.endsEarly();
    }

    @Test
    void twoBrowsersSeeOneShellAndClosingOneLeavesTheOtherAsItIs() {
        lab.types("word=shared; echo $word-1").seesInTerminal("shared-1");
        var page = anotherBrowser();
        var other = new Learner(platform(), page).signsIn().opens("publish-a-port");

        other.seesInTerminal("shared-1").types("echo $word-2").seesInTerminal("shared-2");
        lab.seesInTerminal("shared-2");
        page.close();

        lab.types("echo $word-3").seesInTerminal("shared-3");
    }

    @Test
    void sizeOfTheWindowReachesTheShell() {
        lab.types("rows() { stty size | cut -d' ' -f1; }; echo before=$(rows)");
        var before = rows("before");

        page().setViewportSize(1100, 600);

        lab.types("while [ $(rows) = " + before + " ]; do sleep 0.1; done; echo after=$(rows)");
        assertThat(rows("after")).isBetween(10, before - 5);
    }

    /** A permanent animation would delay each key by a frame and drain a laptop's battery. */
    @Test
    void pageAtRestIsNotDrawnAgainAndAgain() {
        lab.types("echo at-$((1 + 1))").seesInTerminal("at-2");

        page().waitForFunction("() => document.getAnimations().length === 0");
    }

    @Test
    void pasteOfOneMegabyteArrivesWhole() {
        var text = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\n".repeat(PASTED_LINES);
        lab.types("stty -echo; echo ready-$((1 + 1)); head -c " + text.length() + " | sha256sum; stty echo")
                .seesInTerminal("ready-2");

        paste(text);
        var question = page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Paste 16,384 lines?"));
        question.getByText("Paste", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();

        lab.seesInTerminal(sha256(text));
    }

    @Test
    void severalLinesAreNotPastedIntoAProgramThatRunsEachAtOnceUnlessAskedFor() {
        lab.types("cat > pasted").seesInTerminal("cat > pasted");

        paste("one\ntwo\n");
        page().getByRole(AriaRole.DIALOG).waitFor();
        page().keyboard().press("Escape");

        lab.types("typed");
        page().keyboard().press("Control+d");
        lab.types("echo \"[$(cat pasted)]\"").seesInTerminal("[typed]");
    }

    @Test
    void outputIsSearched() {
        lab.types("seq 1 400").seesInTerminal("400");

        page().keyboard().press("Control+Shift+F");
        page().keyboard().type("137");

        assertThat(page().locator(".terminal-found")).hasText("1 of 1");
        lab.seesInTerminal("137");
        page().keyboard().press("Escape");
        assertThat(lab.terminal().locator("textarea")).isFocused();
    }

    @Test
    void sizeOfTheLettersAndTheColoursAreRemembered() {
        lab.terminal().locator("textarea").focus();
        page().keyboard().press("Control+=");
        page().keyboard().press("Control+=");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keys & looks"))
                .click();
        page().getByLabel("Colours", new Page.GetByLabelOptions().setExact(true))
                .selectOption("contrast");
        page().keyboard().press("Escape");

        page().reload();
        lab.waitsForPrompt();

        assertThat(page().locator("slipway-terminal")).hasAttribute("data-theme", "contrast");
        assertThat(lab.terminal().locator(".xterm-rows")).hasCSS("font-size", "16px");
    }

    @Test
    void shellThatEndedSaysSoAndEnterStartsAnother() {
        lab.types("exit 3");
        assertThat(page().locator(".terminal-state"))
                .containsText("The shell has ended with status 3. Press Enter for a new shell.");

        page().keyboard().press("Enter");

        assertThat(page().locator(".terminal-state")).hasAttribute("data-state", "live");
        lab.types("echo anew-$((1 + 1))").seesInTerminal("anew-2");
    }

    @Test
    void transcriptHasTheOutputAsTextForScreenReaders() {
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keys & looks"))
                .click();
        page().getByLabel("For screen readers").check();
        page().keyboard().press("Escape");

        lab.types("echo read-$((20 + 2))");

        assertThat(page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Transcript")))
                .containsText("read-22");
    }

    /** Pastes text as the browser does for a user. */
    private void paste(String text) {
        lab.terminal().locator("textarea").evaluate("""
                (area, text) => {
                  area.focus();
                  const data = new DataTransfer();
                  data.setData('text/plain', text);
                  area.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                }""", text);
    }

    private int rows(String when) {
        var line = Pattern.compile(when + "=(\\d+)");
        assertThat(lab.terminal()).containsText(line, new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        var found = line.matcher(lab.terminal().innerText());
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

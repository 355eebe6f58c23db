package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests a complete lab with the keyboard only. */
class KeyboardE2eIT extends E2e {

    @Test
    void labIsDoneFromSignInToResultByKeyboardAlone() {
        var keyboard = new Keyboard(page());
        var account = platform().account("learner");
        page().navigate(platform().url("sign-in"));
        page().locator("form").waitFor();
        keyboard.tabsTo("E-mail", "form").types(account.email());
        keyboard.tabsTo("Password", "form").types(account.password()).presses("Enter");

        page().locator("#lab-two-nodes").waitFor();
        keyboard.tabsTo("Two machines", "#lab-two-nodes").presses("Enter");
        var lab = new Workspace(page());
        lab.waitsForPrompt();

        keyboard.leavesFor(".terminal-box")
                .types("docker create --name left httpd")
                .presses("Enter");
        lab.seesTask("first", "passed");

        keyboard.leavesFor(".instructions").tabsTo("Next: The second machine", ".page-done");
        keyboard.presses("Enter");
        lab.task("second").waitFor();
        keyboard.tabsTo("Run on node2", ".code-block").presses("Enter");
        lab.seesTask("second", "passed");

        keyboard.leavesFor(".finish-banner").presses("Enter");
        assertThat(lab.score()).containsText("100");
    }

    @Test
    void tabsAndPanesAreWorkedByKeyboard() {
        var keyboard = new Keyboard(page());
        var lab = learner().signsIn().opens("two-nodes");

        keyboard.leavesFor(".pane-tabs").presses("ArrowRight");
        assertThat(lab.tab("node2")).hasAttribute("aria-selected", "true");
        keyboard.tabsTo("New tab", ".pane-tools").presses("Enter").presses("Enter");
        assertThat(lab.tab("node1 · 2")).hasAttribute("aria-selected", "true");
        lab.seesIn("terminal-node1-2", "node1");

        keyboard.leavesFor(".pane-tabs")
                .tabsTo("Arrange tabs", ".pane-tools")
                .presses("Enter")
                .presses("ArrowDown")
                .presses("Enter");
        assertThat(page().locator(".terminal-screen:not([hidden])")).hasCount(2);

        keyboard.leavesFor(".terminal-box").presses("Control+Shift+ArrowDown").types("echo in-$((1 + 1))\n");
        lab.seesInEither("in-2");
        lab.endsEarly();
    }
}

package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests terminals as tabs in one pane or two, in a lab with two machines. */
class PanesE2eIT extends E2e {
    private static final String NODE1 = "terminal-node1-1";
    private static final String NODE1_SECOND = "terminal-node1-2";
    private static final String NODE2 = "terminal-node2-1";

    private Workspace lab;

    @BeforeEach
    void openLab() {
        lab = learner().signsIn().opens("two-nodes");
    }

    @AfterEach
    void endLab() {
        lab.endsEarly();
    }

    @Test
    void commandOfPageRunsOnTheNodeThatThePageNames() {
        run("node1");
        lab.seesTask("first", "passed").turnsTo(2);
        assertThat(lab.task("second")).not().hasAttribute("state", "passed");

        run("node2");

        assertThat(lab.tab("node2")).hasAttribute("aria-selected", "true");
        lab.seesIn(NODE2, "docker create --name right httpd").seesTask("second", "passed");
    }

    @Test
    void tabsAndPanesAreThereAgainAfterTheirPageIsLoadedAnew() {
        lab.opensAnotherTerminalOn("node1").seesIn(NODE1_SECOND, "node1");
        lab.typesInto(NODE1_SECOND, "echo kept-$((40 + 2))").seesIn(NODE1_SECOND, "kept-42");
        lab.arranges("Two panes side by side");
        page().getByRole(AriaRole.SEPARATOR, new Page.GetByRoleOptions().setName("Size of the panes"))
                .press("Home");

        page().reload();

        lab.seesIn(NODE1_SECOND, "kept-42");
        assertThat(lab.screen(NODE1_SECOND)).hasAttribute("pane", "1");
        assertThat(lab.screen(NODE1_SECOND)).isVisible();
        assertThat(page().locator(".terminal-screen:not([hidden])")).hasCount(2);
        assertThat(page().getByRole(AriaRole.SEPARATOR, new Page.GetByRoleOptions().setName("Size of the panes")))
                .hasAttribute("aria-valuenow", "15");
        lab.arranges("One pane");
        assertThat(page().locator(".terminal-screen:not([hidden])")).hasCount(1);
    }

    @Test
    void tabMovesToTheOtherPaneAndItsContentIsNotMadeAnew() {
        lab.opensAnotherTerminalOn("node1").seesIn(NODE1_SECOND, "node1");
        var before = lab.screen(NODE1_SECOND).elementHandle();

        lab.arranges("Two panes, one above the other");

        assertThat(lab.screen(NODE1_SECOND)).hasAttribute("pane", "1");
        assertThat((Boolean) before.evaluate("element => element.isConnected")).isTrue();
        var top =
                lab.screen(NODE1).or(lab.screen(NODE2)).locator("visible=true").boundingBox();
        assertThat(lab.screen(NODE1_SECOND).boundingBox().y).isGreaterThan(top.y);
    }

    @Test
    void limitIsSaidBeforeItIsReached() {
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New tab"))
                .first()
                .click();

        assertThat(page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("New terminal on node2")))
                .containsText("1 of 8 open");
        page().keyboard().press("Escape");
    }

    private void run(String node) {
        page().locator(".code-block")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run on " + node))
                .click();
    }

    @Test
    void shellOfClosedTabIsGone() {
        lab.opensAnotherTerminalOn("node1").seesIn(NODE1_SECOND, "node1");
        lab.typesInto(NODE1_SECOND, "sleep 31415").seesIn(NODE1_SECOND, "sleep 31415");

        lab.tab("node1 · 2").press("Delete");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close terminal"))
                .click();

        assertThat(lab.tab("node1 · 2")).hasCount(0);
        lab.tab("node1").click();
        lab.typesInto(NODE1, "while pgrep -f 'sleep 3141[5]' >/dev/null; do sleep 0.2; done; echo none-$((1 + 1))")
                .seesIn(NODE1, "none-2");
    }
}

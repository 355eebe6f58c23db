package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Tests a lab with two machines that are paused after a minute and removed after five minutes. */
class LabTimeE2eIT extends E2e {
    private static final String NODE1 = "terminal-node1-1";
    private static final String NODE2 = "terminal-node2-1";
    private static final int PATIENCE_MILLIS = 120_000;

    @Test
    void machinesThatNobodyUsesArePausedAndTheFirstKeyWakesThem() {
        var lab = learner().signsIn().opens("short-break");
        lab.typesInto(NODE1, "docker run -d --name left httpd").seesTask("left", "passed");

        var line = page().locator(".frozen-line");
        assertThat(line).containsText("Paused after a minute without activity", patiently());
        lab.typesInto(NODE1, "docker ps --format 'still {{.Names}}'");

        assertThat(line).hasText("", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        lab.seesIn(NODE1, "still left");
        lab.endsEarly();
    }

    @Test
    void timeIsExtendedAndMachinesAreMadeAnewOneByOneOrAll() {
        var lab = learner().signsIn().opens("short-break");
        var warning = page().locator(".lease-warning");
        assertThat(warning).containsText("Less than 10 minutes left.");
        warning.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Extend by 30 minutes, 1 time left"))
                .click();
        assertThat(warning).not().containsText("minutes left");
        assertThat(page().locator(".time-left")).containsText("3");
        assertThat(page().getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName("Extend by 30 minutes, 1 time left")))
                .hasCount(0);

        lab.typesInto(NODE1, "docker create --name left httpd").seesTask("left", "passed");
        lab.tab("node2").click();
        lab.typesInto(NODE2, "docker create --name right httpd").seesTask("right", "passed");

        lab.resets("node1");
        lab.tab("node1").click();
        lab.seesIn(NODE1, "The machine was recreated: this is a new shell").hasLiveTerminal();
        lab.typesInto(NODE1, "docker ps -aq | wc -l | sed 's/^/now: /'").seesIn(NODE1, "now: 0");
        lab.tab("node2").click();
        lab.typesInto(NODE2, "docker ps -a --format 'kept {{.Names}}'").seesIn(NODE2, "kept right");

        lab.restarts();
        assertThat(page().locator(".top-progress")).containsText("0 of 2 tasks", patiently());
        assertThat(lab.screen(NODE2)).not().containsText("kept right");
        lab.seesIn(NODE2, "root@node2");
        lab.typesInto(NODE2, "docker ps -aq | wc -l | sed 's/^/now: /'").seesIn(NODE2, "now: 0");
        lab.endsEarly();
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}

package dev.slipway.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks each screen, light and dark, against the rules of WCAG 2.2 A and AA that a program can check. */
class AccessibilityE2eIT extends E2e {

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void screensOfALearnerHaveNoFaults(ColorScheme scheme) {
        open(scheme, 1440, 900);
        page().navigate(platform().url("sign-in"));
        page().locator("form").waitFor();
        check();
        learner().triesToSignIn("nobody@example.test", "wrong");
        page().locator(".problem").waitFor();
        check();
        var learner = learner().signsIn();
        check();
        var lab = learner.opens("publish-a-port");
        check();
        lab.types("docker run -d -p 8008:80 httpd").seesTask("publish", "failed");
        check();
        lab.endsEarly();
        check();
        page().navigate(platform().url("attempts"));
        page().locator("table").waitFor();
        check();
        page().navigate(platform().url("nowhere"));
        page().getByText("Page not found").waitFor();
        check();
        page().navigate(platform().url("admin"));
        page().getByText("No permission").waitFor();
        check();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void panesMenusAndDialogsOfTheWorkspaceHaveNoFaults(ColorScheme scheme) {
        open(scheme, 1440, 900);
        var lab = learner().signsIn().opens("two-nodes");
        lab.opensAnotherTerminalOn("node2").seesIn("terminal-node2-2", "node2");
        lab.arranges("Two panes side by side");
        check();
        press("New tab");
        check();
        page().keyboard().press("Escape");
        press("Keys & looks");
        check();
        page().getByLabel("Colours", new Page.GetByLabelOptions().setExact(true))
                .selectOption("contrast");
        page().getByLabel("For screen readers").check();
        page().keyboard().press("Escape");
        check();
        press("Find");
        check();
        page().keyboard().press("Escape");
        lab.tab("node2 · 2").press("Delete");
        page().getByText("Its shell and all programs in it end").waitFor();
        check();
        press("Keep");
        press("Show a hint");
        page().locator(".hint").waitFor();
        page().setViewportSize(360, 740);
        check();
        page().setViewportSize(1440, 900);
        lab.endsEarly();
    }

    private void press(String button) {
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .locator("visible=true")
                .first()
                .click();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void screensOfAnAdministratorHaveNoFaults(ColorScheme scheme) {
        open(scheme, 1440, 900);
        learner().signsInAs("administrator");
        page().navigate(platform().url("admin"));
        page().locator(".admin h1").waitFor();
        check();
    }

    private void check() {
        Accessibility.check(page());
    }
}

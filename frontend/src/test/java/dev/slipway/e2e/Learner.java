package dev.slipway.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** A user's actions on the screens outside of a lab. */
final class Learner {
    private final Platform platform;
    private final Page page;

    Learner(Platform platform, Page page) {
        this.platform = platform;
        this.page = page;
    }

    Learner signsIn() {
        return signsInAs("learner");
    }

    Learner signsInAs(String role) {
        var account = platform.account(role);
        return signsIn(account.email(), account.password());
    }

    Learner signsIn(String email, String password) {
        page.navigate(platform.url("sign-in"));
        triesToSignIn(email, password);
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Catalogue"))
                .waitFor();
        return this;
    }

    Learner triesToSignIn(String email, String password) {
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        return this;
    }

    /** Starts or resumes a lab and waits until its machine shows a prompt. */
    Workspace opens(String lab) {
        var workspace = goesTo(lab);
        workspace.waitsForPrompt();
        return workspace;
    }

    /** Starts or resumes a lab that has no machines. */
    Workspace opensQuiz(String lab) {
        var workspace = goesTo(lab);
        page.locator(".question-card").first().waitFor();
        return workspace;
    }

    private Workspace goesTo(String lab) {
        page.locator("#lab-" + lab)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions())
                .click();
        return new Workspace(page);
    }
}

package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The screen of an open attempt, with the actions of its learner. */
final class Workspace {
    /** Timeout for a command and its checks on a busy machine. */
    private static final int COMMAND_MILLIS = 60_000;

    private static final Pattern WORD = Pattern.compile("\\bword(?: is)? ([a-z]{4,})");

    private final Page page;

    Workspace(Page page) {
        this.page = page;
    }

    Locator terminal() {
        return page.locator(".terminal-screen:not([hidden])");
    }

    void waitsForPrompt() {
        assertThat(terminal()).containsText("node1", patiently());
    }

    Workspace types(String command) {
        terminal().locator("textarea").focus();
        page.keyboard().type(command);
        page.keyboard().press("Enter");
        return this;
    }

    /** Types a command and Enter into the terminal of this tab, which must be visible. */
    Workspace typesInto(String tab, String command) {
        screen(tab).locator("textarea").focus();
        page.keyboard().type(command);
        page.keyboard().press("Enter");
        return this;
    }

    /** Returns the content of the tab with this id, such as {@code terminal-node1-1}. */
    Locator screen(String tab) {
        return page.locator(".terminal-screen[tab='" + tab + "']");
    }

    Workspace seesIn(String tab, String text) {
        assertThat(screen(tab)).containsText(text, patiently());
        return this;
    }

    /** Waits until one of two panes shows the text. */
    Workspace seesInEither(String text) {
        assertThat(terminal().filter(new Locator.FilterOptions().setHasText(text)))
                .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(COMMAND_MILLIS));
        return this;
    }

    Locator tab(String title) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    Workspace opensAnotherTerminalOn(String node) {
        chooses("New tab", "New terminal on " + node);
        return this;
    }

    Workspace arranges(String how) {
        chooses("Arrange tabs", how);
        return this;
    }

    private void chooses(String menu, String entry) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(menu))
                .locator("visible=true")
                .first()
                .click();
        page.locator("[role=menu]:not([hidden]) button")
                .filter(new Locator.FilterOptions().setHasText(entry))
                .click();
    }

    /** Types text without Enter. */
    Workspace writes(String text) {
        terminal().locator("textarea").focus();
        page.keyboard().type(text);
        return this;
    }

    Workspace presses(String key) {
        terminal().locator("textarea").focus();
        page.keyboard().press(key);
        return this;
    }

    void hasLiveTerminal() {
        assertThat(terminal().locator(".terminal-state"))
                .hasAttribute(
                        "data-state", "live", new LocatorAssertions.HasAttributeOptions().setTimeout(COMMAND_MILLIS));
    }

    Workspace seesInTerminal(String text) {
        assertThat(terminal()).containsText(text, patiently());
        return this;
    }

    Locator task(String id) {
        return page.locator("#task-" + id);
    }

    Workspace turnsTo(int pageNumber) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Page " + pageNumber + ":")))
                .click();
        return this;
    }

    /** Waits until the task has this state. The card changes without a click. */
    Workspace seesTask(String id, String state) {
        assertThat(task(id))
                .hasAttribute("state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(COMMAND_MILLIS));
        return this;
    }

    Workspace readsOnTask(String id, String text) {
        assertThat(task(id)).containsText(text, patiently());
        return this;
    }

    /** Returns the random word of this attempt, as the page shows it. */
    String word() {
        var sentence = page.locator(".page p")
                .filter(new Locator.FilterOptions().setHasText(WORD))
                .first();
        var found = WORD.matcher(sentence.innerText());
        if (!found.find()) {
            throw new IllegalStateException("the page shows no random word");
        }
        return found.group(1);
    }

    Locator question(String id) {
        return page.locator("#question-" + id);
    }

    Workspace seesQuestion(String id, String state) {
        assertThat(question(id)).hasAttribute("state", state);
        return this;
    }

    void finishes() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Finish lab"))
                .click();
        seesResult();
    }

    void endsEarly() {
        choosesAndConfirms("End lab");
        seesResult();
    }

    void resets(String node) {
        choosesAndConfirms("Reset " + node);
    }

    void restarts() {
        choosesAndConfirms("Restart lab");
    }

    private void choosesAndConfirms(String entry) {
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(Pattern.compile("^Lab: .*end$")))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(entry))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(entry))
                .click();
    }

    private void seesResult() {
        assertThat(page.locator(".result-score")).isVisible();
    }

    /** Returns the newest verdict in the line below the workspace. */
    Locator newestVerdict() {
        return page.locator(".task-newest");
    }

    void followsTheNewestVerdict() {
        newestVerdict().click();
    }

    void scrollsToTheTop() {
        page.locator(".bench-instructions").evaluate("pane => pane.scrollTo(0, 0)");
    }

    /** Shows the terminal on a screen that has room for one pane. */
    Workspace showsTheTerminalAlone() {
        page.locator(".narrow-tabs")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Terminal"))
                .click();
        terminal().waitFor();
        return this;
    }

    void doesItAgain() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Do it again"))
                .click();
    }

    Locator score() {
        return page.locator(".result-score");
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(COMMAND_MILLIS);
    }
}

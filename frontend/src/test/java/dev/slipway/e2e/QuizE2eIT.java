package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests a quiz, which has no machines: right and wrong answers, with the keyboard only. */
class QuizE2eIT extends E2e {

    @Test
    void quizIsDoneFromTheCatalogueToItsResultByKeyboardAlone() {
        var keyboard = new Keyboard(page());
        learner().signsIn();
        page().locator("#lab-few-questions").waitFor();
        keyboard.tabsTo("A few questions", "#lab-few-questions").presses("Enter");
        var lab = new Workspace(page());
        lab.question("source").waitFor();
        assertThat(page().locator(".machines")).hasCount(0);

        keyboard.tabsTo("Check answer", "#question-source").presses("Enter");
        assertThat(lab.question("source")).containsText("Choose an answer first.");
        keyboard.presses("Space").tabsTo("Check answer", "#question-source").presses("Enter");
        lab.seesQuestion("source", "wrong");
        assertThat(lab.question("source").locator(".question-feedback")).isFocused();
        assertThat(lab.question("source"))
                .containsText("Not right. The right answer: A registryA volume keeps what containers write.");
        assertThat(lab.question("source").locator("[mark=right]")).containsText("would have been right");

        keyboard.tabsTo("Images", "#question-objects").presses("Space");
        keyboard.tabsTo("Check answer", "#question-objects").presses("Enter");
        lab.seesQuestion("objects", "retry");
        assertThat(lab.question("objects")).containsText("Not right. One try left.");
        Assertions.assertThat(page().content()).doesNotContain("Pods belong to Kubernetes");

        page().reload();
        lab.seesQuestion("source", "wrong").seesQuestion("objects", "retry");
        assertThat(lab.question("objects").getByLabel("Images")).isChecked();
        keyboard.tabsTo("Volumes, with", "#question-objects").presses("Space");
        keyboard.tabsTo("Check answer", "#question-objects").presses("Enter");
        lab.seesQuestion("objects", "right");
        assertThat(lab.question("objects")).containsText("Pods belong to Kubernetes");

        keyboard.tabsTo("Next: Type", ".page-done").presses("Enter");
        keyboard.tabsTo("Your answer", "#question-broker").types(" rabbitMQ").presses("Enter");
        lab.seesQuestion("broker", "right");
        keyboard.tabsTo("Your answer in MiB", "#question-size").types("some").presses("Enter");
        assertThat(lab.question("size")).containsText("Type a number, such as 12 or 0.5.");
        lab.seesQuestion("size", "open");
        keyboard.presses("Control+A").types("7.2 MiB").presses("Enter");
        lab.seesQuestion("size", "right");

        assertThat(page().locator(".top-progress")).containsText("4 of 4 questions · 70 of 100 points");
        keyboard.leavesFor(".finish-banner").presses("Enter");
        assertThat(lab.score()).containsText("70");
        assertThat(page().locator(".result-questions > li")).hasCount(4);
        assertThat(page().locator(".result-questions > li").first())
                .containsText(Pattern.compile("Not right.*Your answer.*A volume.*Right answer.*A registry"));
        assertThat(page().locator(".result")).not().containsText("machines");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void screensOfAQuizHaveNoFaults(ColorScheme scheme) {
        open(scheme, 1440, 900);
        var lab = learner().signsIn().opensQuiz("monolith-or-microservices");
        assertThat(lab.question("one-typo")).isVisible();
        look("quiz", scheme);
        lab.question("one-typo").getByLabel("Your answer").fill("5");
        page().keyboard().press("Enter");
        lab.seesQuestion("one-typo", "right");
        answer(lab, "more-carts", "Run ten copies");
        lab.seesQuestion("more-carts", "wrong");
        look("quiz-answered", scheme);
        lab.turnsTo(2);
        answer(lab, "for-one", "There is one file");
        lab.seesQuestion("for-one", "retry");
        look("quiz-retry", scheme);
        lab.endsEarly();
        look("quiz-result", scheme);
    }

    private static void answer(Workspace lab, String question, String option) {
        var card = lab.question(question);
        card.locator(".option")
                .filter(new Locator.FilterOptions().setHasText(option))
                .click();
        card.getByText("Check answer").click();
    }

    /** Checks the screen, wide and narrow, and saves a screenshot of both. */
    private void look(String name, ColorScheme scheme) {
        Accessibility.check(page());
        picture(name, scheme, "wide");
        page().setViewportSize(360, 740);
        Accessibility.check(page());
        Assertions.assertThat(page().evaluate("document.documentElement.scrollWidth"))
                .as("width of the page on a screen of 360 pixels")
                .isEqualTo(360);
        picture(name, scheme, "narrow");
        page().setViewportSize(1440, 900);
    }

    private void picture(String name, ColorScheme scheme, String width) {
        var file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", file)));
    }
}

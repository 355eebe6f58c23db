package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Base class of browser tests. The tests of a class share one platform and one browser; each test has a new browser
 * profile.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class E2e {
    /**
     * Default timeout of page actions. An action that takes one second on an idle machine with two cores can take many
     * on a busy one.
     */
    private static final int PATIENCE_MILLIS = 30_000;

    private Platform platform;
    private Chromium chromium;
    private BrowserContext context;
    private @Nullable BrowserContext other;
    private Page page;
    private final List<String> violations = new CopyOnWriteArrayList<>();

    @BeforeAll
    final void openPlatform() throws IOException, InterruptedException {
        platform = openedPlatform();
        chromium = new Chromium();
    }

    /** Returns a running platform for the tests of this class. */
    Platform openedPlatform() throws IOException, InterruptedException {
        return Platform.open();
    }

    @AfterAll
    final void closePlatform() throws IOException, InterruptedException {
        chromium.close();
        platform.stop();
    }

    @BeforeEach
    final void openPage() {
        open(ColorScheme.LIGHT, 1440, 900);
    }

    @AfterEach
    final void closePage(org.junit.jupiter.api.TestInfo test) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", test.getDisplayName().replaceAll("\\W", "") + ".png")));
        context.close();
        if (other != null) {
            other.close();
            other = null;
        }
        var seen = List.copyOf(violations);
        violations.clear();
        assertThat(seen).as("violations of the page's content security policy").isEmpty();
    }

    /** Opens a new page in an empty browser profile. */
    final void open(ColorScheme scheme, int width, int height) {
        if (context != null) {
            context.close();
        }
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setViewportSize(width, height)
                        // The tests create their own certificates.
                        .setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(message.text());
            }
        });
        page = context.newPage();
    }

    /** Opens a page in a second browser, as on another computer of the user. */
    final Page anotherBrowser() {
        other = chromium.browser().newContext();
        other.setDefaultTimeout(PATIENCE_MILLIS);
        return other.newPage();
    }

    /**
     * Kills the platform and starts it again. Returns when the open page has reloaded itself, because its session ended
     * with the platform. Input that the old page receives in between is lost.
     */
    final void restartsPlatform() throws IOException, InterruptedException {
        platform.kill();
        assertThat(page.locator("slipway-connection"))
                .hasAttribute("kind", "lost", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
        page.evaluate("window.isFromBefore = true");
        platform.start();
        page.waitForFunction(
                "!window.isFromBefore", null, new Page.WaitForFunctionOptions().setTimeout(2 * PATIENCE_MILLIS));
        assertThat(page.locator("slipway-connection"))
                .hasAttribute("kind", "live", new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    }

    final Platform platform() {
        return platform;
    }

    final Page page() {
        return page;
    }

    final Learner learner() {
        return new Learner(platform, page);
    }
}

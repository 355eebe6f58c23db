package dev.slipway.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One platform and one browser for the tests of a class, a fresh browser profile for each test. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class E2e {
    /** What an idle two-core machine does in one second may take a busy one many. */
    private static final int PATIENCE_MILLIS = 30_000;

    private Platform platform;
    private Chromium chromium;
    private BrowserContext context;
    private @Nullable BrowserContext other;
    private Page page;

    @BeforeAll
    final void openPlatform() throws IOException, InterruptedException {
        platform = Platform.open();
        chromium = new Chromium();
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
    }

    /** Starts over with an empty profile. */
    final void open(ColorScheme scheme, int width, int height) {
        if (context != null) {
            context.close();
        }
        context = chromium.browser()
                .newContext(
                        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
    }

    /** A second browser beside the first, as somebody's other machine would be. */
    final Page anotherBrowser() {
        other = chromium.browser().newContext();
        other.setDefaultTimeout(PATIENCE_MILLIS);
        return other.newPage();
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

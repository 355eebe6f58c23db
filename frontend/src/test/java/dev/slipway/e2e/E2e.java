package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
    private final List<String> violations = new CopyOnWriteArrayList<>();

    @BeforeAll
    final void openPlatform() throws IOException, InterruptedException {
        platform = openedPlatform();
        chromium = new Chromium();
    }

    /** The platform that the tests of this class use. */
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
        assertThat(seen).as("what the page's own policy forbids").isEmpty();
    }

    /** Starts over with an empty profile. */
    final void open(ColorScheme scheme, int width, int height) {
        if (context != null) {
            context.close();
        }
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setViewportSize(width, height)
                        // Certificates are made by the tests themselves.
                        .setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(message.text());
            }
        });
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

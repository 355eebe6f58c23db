package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Tests that learners see their published ports in a pane and in a tab, and that no other account sees them. */
class PreviewE2eIT extends E2e {
    private static final int PATIENCE_MILLIS = 60_000;

    @Test
    void publishedPortIsOfferedAndShown() {
        var lab = learner().signsIn().opens("publish-a-port");

        lab.types("docker run -d --name web -p 8080:80 httpd");
        openPort("8080");
        assertThat(pane("8080").getByText("It works!")).isVisible(patiently());

        lab.types("docker rm -f web");
        assertThat(page().getByRole(AriaRole.BUTTON, named("Open port 8080"))).isHidden(hiddenPatiently());
        page().getByRole(AriaRole.BUTTON, named("Reload")).click();
        assertThat(pane("8080").getByRole(AriaRole.HEADING))
                .containsText("Nothing listens on port 8080", saysPatiently());
    }

    @Test
    void appWorksInAPaneAndInATabAndIsNobodyElses() throws IOException, InterruptedException {
        var lab = learner().signsIn().opens("publish-a-port");
        startApp(lab);
        openPort("8081");

        var pane = pane("8081");
        assertThat(pane.locator("#event")).containsText("event", saysPatiently());
        assertThat(pane.locator("#socket")).hasText("you said hello", exactlyPatiently());
        assertThat(pane.locator("#big")).hasText("20000000 bytes", exactlyPatiently());
        pane.locator("#redirect").click();
        assertThat(pane.locator("#cookie")).hasText("seen=yes", exactlyPatiently());

        var tab = page().waitForPopup(() -> page().getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("Open port 8081 in a new tab"))
                .click());
        assertThat(tab.locator("#socket")).hasText("you said hello", exactlyPatiently());
        assertThat(tab.locator("#event")).containsText("event", saysPatiently());
        assertThat(tab.locator("#big")).hasText("20000000 bytes", exactlyPatiently());
        tab.locator("#absolute").click();
        assertThat(tab).hasTitle("Page", new PageAssertions.HasTitleOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(tab.locator("#cookie")).hasText("seen=yes");
        var address = tab.url();

        var second = new Administrator(platform()).addsSecondLearner();
        strangerGetsNothing(address, stranger -> stranger.signsIn(second.email(), second.password()));
        strangerGetsNothing(address, stranger -> stranger.signsInAs("administrator"));
    }

    @Test
    void portIsTypedAndOpenedWithEnter() {
        learner().signsIn().opens("publish-a-port");

        page().getByRole(AriaRole.BUTTON, named("Open another port…")).click();
        assertThat(page().locator("#port-number")).isFocused();
        page().keyboard().type("99999");
        page().keyboard().press("Enter");
        assertThat(page().locator("#port-problem")).hasText("A port is a number from 1 to 65535.");
        page().locator("#port-number").fill("4711");
        page().keyboard().press("Enter");

        assertThat(pane("4711").getByRole(AriaRole.HEADING))
                .containsText("Nothing listens on port 4711", saysPatiently());
    }

    /** Asserts that another account, in another browser, cannot open the preview. */
    private void strangerGetsNothing(String address, Consumer<Learner> signsIn) {
        open(ColorScheme.DARK, 1024, 700);
        signsIn.accept(learner());
        page().navigate(address);

        assertThat(page().getByRole(AriaRole.HEADING)).hasText("This preview is not open in this browser.");
        assertThat(page().content()).doesNotContain("The page");
        var host = URI.create(address).getHost();
        assertThat(page().context().cookies()).noneMatch(cookie -> cookie.domain.endsWith(host));
    }

    private void openPort(String port) {
        var button = page().getByRole(AriaRole.BUTTON, named("Open port " + port));
        assertThat(button).isVisible(patiently());
        button.click();
    }

    private FrameLocator pane(String port) {
        return page().frameLocator("iframe[title='Port " + port + " of node1']");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** Starts the test's app. Copies it to the machine through the terminal, as a learner would paste it. */
    private void startApp(Workspace lab) throws IOException {
        for (var line : packed().split("(?<=\\G.{500})", -1)) {
            lab.types("echo -n " + line + " >> app.b64");
        }
        lab.types("base64 -d app.b64 | gunzip > app.pl; wc -l app.pl").seesInTerminal("app.pl");
        lab.types("docker run -d --name app -p 8081:80 -v /root/app.pl:/app.pl httpd perl /app.pl");
    }

    private static String packed() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var app = Objects.requireNonNull(PreviewE2eIT.class.getResourceAsStream("/e2e/app.pl"));
                var gzip = new GZIPOutputStream(packed)) {
            app.transferTo(gzip);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.IsHiddenOptions hiddenPatiently() {
        return new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.ContainsTextOptions saysPatiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.HasTextOptions exactlyPatiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}

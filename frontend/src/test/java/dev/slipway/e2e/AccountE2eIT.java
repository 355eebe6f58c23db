package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the page "My account". An account that was created through the API gets its first token there. */
class AccountE2eIT extends E2e {

    @Test
    void anAccountThatAProgramMadeGetsATokenAndLosesIt() throws IOException, InterruptedException {
        var person = new Administrator(platform()).addsSecondLearner();
        learner().signsIn(person.email(), person.password());
        page().navigate(platform().url("account"));
        page().getByLabel("Name of the new token").fill("laptop");
        press("Create token");
        var secret = page().locator(".account-secret code").textContent();
        assertThat(meWith(secret)).isEqualTo(200);

        page().reload();
        page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("API tokens"))
                .waitFor();
        assertThat(page().getByText(secret)).hasCount(0);
        press("Revoke laptop");
        page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Revoke").setExact(true))
                .click();
        page().getByText("You have no API tokens.").waitFor();
        assertThat(meWith(secret)).isEqualTo(401);
    }

    @Test
    void aChangedPasswordSignsOutAndIsTheOneToSignInWith() throws IOException, InterruptedException {
        var person = new Administrator(platform()).addsSecondLearner();
        learner().signsIn(person.email(), person.password());
        page().navigate(platform().url("account"));
        page().getByLabel("Current password").fill(person.password());
        page().getByLabel("New password").fill("another horse battery");
        press("Change password");
        page().waitForURL("**/sign-in**");

        learner().signsIn(person.email(), "another horse battery");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 1440", "LIGHT, 360", "DARK, 360"})
    void showsEverythingOnEachScreen(ColorScheme scheme, int width) {
        open(scheme, width, 900);
        learner().signsIn();
        page().navigate(platform().url("account"));
        page().getByText("This browser", new Page.GetByTextOptions().setExact(true))
                .waitFor();

        Accessibility.check(page());
        var wider = page().evaluate("document.documentElement.scrollWidth > window.innerWidth");
        assertThat(wider).isEqualTo(false);
        page().screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "account-" + scheme + "-" + width + ".png")));
    }

    private void press(String button) {
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private int meWith(String secret) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(platform().url("api/v1/me")))
                    .header("Authorization", "Bearer " + secret)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}

package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Tests the platform behind a real nginx that terminates TLS, with the settings of deploying.md. */
class NginxE2eIT extends E2e {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int UNAUTHENTICATED = 401;
    private static final int TOO_MANY = 429;

    /** More wrong tokens than the platform accepts from one address. */
    private static final int GUESSES = 55;

    private int tlsPort;

    @SuppressWarnings("NullAway.Init") // before the platform starts
    private Nginx nginx;

    @Override
    Platform openedPlatform() throws IOException, InterruptedException {
        var port = Platform.freePort();
        tlsPort = Platform.freePort();
        nginx = new Nginx(tlsPort, port);
        return Platform.behind(
                port,
                URI.create("https://localhost:" + tlsPort),
                "slipway.proxy.forward-headers=native",
                // Trusts only nginx: the test's clients use other addresses of this machine.
                "slipway.proxy.trusted=127.0.0.1");
    }

    @AfterAll
    void stopNginx() {
        nginx.close();
    }

    @Test
    void cookiesAreSecureAndTerminalAndPreviewWork() {
        var lab = learner().signsIn().opens("publish-a-port");
        assertThat(page().context().cookies())
                .filteredOn(cookie -> cookie.name.contains("slipway"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.secure);

        lab.types("docker run -d --name web -p 8080:80 httpd");
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open port 8080"))
                .click(new Locator.ClickOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page().frameLocator("iframe[title='Port 8080 of node1']").getByText("It works!"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    @Test
    void clientsAreToldApart() throws IOException, InterruptedException, GeneralSecurityException {
        assertThat(guess("127.0.0.2", address())).contains(UNAUTHENTICATED).contains(TOO_MANY);

        assertThat(guessOnce("127.0.0.3", address())).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void inventedAddressesOfClientsHaveNoEffect() throws IOException, InterruptedException, GeneralSecurityException {
        var past = URI.create("http://127.0.0.1:" + platform().port() + "/api/v1/me");

        assertThat(guess("127.0.0.4", address())).as("through nginx").contains(TOO_MANY);
        assertThat(guess("127.0.0.5", past)).as("without nginx").contains(TOO_MANY);
    }

    @Test
    void rightSettingsAreNotComplainedOf() throws IOException {
        new Learner(platform(), page()).signsInAs("administrator");
        page().navigate(platform().url("admin"));

        assertThat(page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Host engine")))
                .isVisible();
        // Another test sends forged forwarded headers, which cause this finding.
        assertThat(page().locator("#proxy-findings li:not(#finding-proxy_not_trusted)"))
                .hasCount(0);
        assertThat(platform().log()).doesNotContain("finding=NO_", "finding=HEADERS_", "finding=HOST_");
    }

    private URI address() {
        return URI.create("https://127.0.0.1:" + tlsPort + "/api/v1/me");
    }

    /** Sends wrong tokens. Each request claims another client address. */
    private List<Integer> guess(String from, URI address)
            throws IOException, InterruptedException, GeneralSecurityException {
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < GUESSES; i++) {
            statuses.add(Certificates.get(
                            from, address, "Authorization", "Bearer wrong" + i, "X-Forwarded-For", "198.51.100." + i)
                    .statusCode());
        }
        return statuses;
    }

    private int guessOnce(String from, URI address) throws IOException, InterruptedException, GeneralSecurityException {
        return Certificates.get(from, address, "Authorization", "Bearer wrong").statusCode();
    }
}

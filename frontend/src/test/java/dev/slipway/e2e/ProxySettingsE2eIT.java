package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Tests the platform behind a real nginx, with forwarded headers disabled. */
class ProxySettingsE2eIT extends E2e {
    @SuppressWarnings("NullAway.Init") // before the platform starts
    private Nginx nginx;

    @Override
    Platform openedPlatform() throws IOException, InterruptedException {
        var port = Platform.freePort();
        var tlsPort = Platform.freePort();
        nginx = new Nginx(tlsPort, port);
        return Platform.behind(port, URI.create("https://localhost:" + tlsPort));
    }

    @AfterAll
    void stopNginx() {
        nginx.close();
    }

    @Test
    void wrongSettingIsNamedInTheLogAndOnTheAdministratorsPage() throws IOException {
        new Learner(platform(), page()).signsInAs("administrator");
        page().navigate(platform().url("admin"));

        assertThat(page().locator("#finding-headers_off")).containsText("SLIPWAY_FORWARD_HEADERS=native");
        assertThat(page().locator("#finding-headers_ignored")).containsText("SLIPWAY_TRUSTED_PROXIES");
        assertThat(platform().log()).contains("finding=HEADERS_OFF", "finding=HEADERS_IGNORED");
    }
}

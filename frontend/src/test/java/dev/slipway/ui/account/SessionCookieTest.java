package dev.slipway.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.PlatformProperties;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockServletContext;

/** If users reach the platform over HTTPS, no other host can set the cookie of the HTTP session. */
class SessionCookieTest {
    private final MockServletContext context = new MockServletContext();

    @Test
    void belongsToItsHostAloneOverHttps() {
        start("https://school.example");

        var cookie = context.getSessionCookieConfig();
        assertThat(cookie.getName()).isEqualTo("__Host-slipway-session");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void keepsTheNameOfTheSettingsWithoutHttps() {
        start("http://localhost:8080");

        assertThat(context.getSessionCookieConfig().getName()).isNull();
        assertThat(context.getSessionCookieConfig().isSecure()).isFalse();
    }

    private void start(String url) {
        new SessionCookie(new PlatformProperties(Path.of("."), URI.create(url))).onStartup(context);
    }
}

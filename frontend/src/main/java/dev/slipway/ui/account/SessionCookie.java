package dev.slipway.ui.account;

import dev.slipway.platform.PlatformProperties;
import jakarta.servlet.ServletContext;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * Sets the name of the HTTP session's cookie, if users reach the platform over HTTPS. Runs after the settings of {@code
 * server.servlet.session} are applied.
 */
@Component
final class SessionCookie implements ServletContextInitializer {
    private final PlatformProperties platform;

    SessionCookie(PlatformProperties platform) {
        this.platform = platform;
    }

    @Override
    public void onStartup(ServletContext context) {
        if (platform.isHttps()) {
            var cookie = context.getSessionCookieConfig();
            cookie.setName(new CookieNames(true).session());
            cookie.setSecure(true);
            // The prefix __Host- requires both Secure and this path.
            cookie.setPath("/");
        }
    }
}

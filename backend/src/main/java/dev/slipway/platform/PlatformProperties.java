package dev.slipway.platform;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that more than one module needs.
 *
 * @param data the folder in which the platform stores its data: database, credentials, recordings
 * @param url the address at which browsers reach the platform
 */
@ConfigurationProperties("slipway")
public record PlatformProperties(
        @DefaultValue("./var/data") Path data,
        @DefaultValue("http://localhost:8080") URI url) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * Returns scheme, host and port of the platform's pages, as browsers write origins: without the scheme's default
     * port.
     */
    public String origin() {
        var port = url.getPort();
        var schemesOwn = isHttps() ? HTTPS : HTTP;
        return url.getScheme() + "://" + url.getHost() + (port < 0 || port == schemesOwn ? "" : ":" + port);
    }

    /** Returns whether browsers reach the platform over HTTPS. */
    public boolean isHttps() {
        return "https".equalsIgnoreCase(url.getScheme());
    }
}

package dev.slipway.shared;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that more than one module needs.
 *
 * @param data folder of everything that the platform keeps: database, credentials, recordings
 * @param url where people reach the platform with their browsers
 */
@ConfigurationProperties("slipway")
public record PlatformProperties(
        @DefaultValue("./var/data") Path data,
        @DefaultValue("http://localhost:8080") URI url) {}

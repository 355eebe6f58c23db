package dev.slipway.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for a reverse proxy in front of the platform.
 *
 * @param forwardHeaders whether the {@code X-Forwarded-*} headers of a trusted proxy determine the client's address,
 *     the scheme and the host
 * @param trusted addresses of proxies, as CIDR blocks; {@code loopback} means this machine; {@code gateway} means the
 *     default gateway, whose address a container sees as the client's when a connection comes through a published port
 */
@ConfigurationProperties("slipway.proxy")
public record ProxyProperties(
        @DefaultValue("none") ForwardHeaders forwardHeaders,
        @DefaultValue({"loopback", "gateway"}) List<String> trusted) {

    /** Whether the platform uses forwarded headers. */
    public enum ForwardHeaders {
        NONE,
        NATIVE
    }

    public ProxyProperties {
        trusted = List.copyOf(trusted);
    }

    boolean isOn() {
        return forwardHeaders == ForwardHeaders.NATIVE;
    }
}

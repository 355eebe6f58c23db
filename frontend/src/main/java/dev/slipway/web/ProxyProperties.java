package dev.slipway.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for a reverse proxy in front of the platform.
 *
 * @param forwardHeaders whether a trusted proxy's {@code X-Forwarded-*} headers say who asks, by which scheme and host
 * @param trusted addresses of proxies, as CIDR blocks; {@code loopback} stands for this machine, {@code gateway} for the
 *     default gateway, which is where connections to a container's published port come from
 */
@ConfigurationProperties("slipway.proxy")
public record ProxyProperties(
        @DefaultValue("none") ForwardHeaders forwardHeaders,
        @DefaultValue({"loopback", "gateway"}) List<String> trusted) {

    /** Whether forwarded headers count. */
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

package dev.slipway.web;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.platform.LogLimit;
import dev.slipway.platform.PlatformProperties;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Detects wrong settings of a reverse proxy, from the platform's own settings and from requests. Only clients with an
 * address in a private network are considered to be proxies, so that other clients cannot fill the log. This object's
 * own monitor guards the findings.
 */
@Component
public final class ProxyWatch {
    private static final Logger log = LoggerFactory.getLogger(ProxyWatch.class);

    /**
     * Time for which a finding is listed after the last request that showed it. It is long enough for an administrator
     * to read the finding, and short enough that the finding disappears soon after the fix.
     */
    private static final Duration MEMORY = Duration.ofMinutes(10);

    /** Findings that only concern a trusted proxy. They disappear when a trusted proxy sends a correct request. */
    private static final Set<ProxyFinding> OF_TRUSTED =
            Set.of(ProxyFinding.NO_CLIENT_ADDRESS, ProxyFinding.NO_SCHEME, ProxyFinding.HOST_CHANGED);

    private final ProxyProperties properties;
    private final TrustedProxies trusted;
    private final PlatformProperties platform;
    private final Clock clock;
    private final LogLimit lines;

    @GuardedBy("this")
    private final Map<ProxyFinding, Instant> seen = new EnumMap<>(ProxyFinding.class);

    ProxyWatch(ProxyProperties properties, TrustedProxies trusted, PlatformProperties platform, Clock clock) {
        this.properties = properties;
        this.trusted = trusted;
        this.platform = platform;
        this.clock = clock;
        this.lines = new LogLimit(clock);
    }

    /** The properties of a request before forwarded headers are applied. */
    record Seen(
            String peer,
            @Nullable String host,
            @Nullable String forwardedHost,
            @Nullable String forwardedFor,
            @Nullable String forwardedProto) {}

    /** Returns the current findings, the most important first. */
    public synchronized List<ProxyFinding> findings() {
        var now = clock.instant();
        var all = EnumSet.noneOf(ProxyFinding.class);
        if (headersAreMissed()) {
            all.add(ProxyFinding.HEADERS_OFF);
        }
        seen.forEach((finding, at) -> {
            if (now.isBefore(at.plus(MEMORY))) {
                all.add(finding);
            }
        });
        return List.copyOf(all);
    }

    private boolean headersAreMissed() {
        return platform.isHttps() && !properties.isOn();
    }

    @EventListener
    void on(ApplicationReadyEvent started) {
        if (headersAreMissed()) {
            report(ProxyFinding.HEADERS_OFF, "slipway.url=" + platform.url());
        }
    }

    /**
     * Checks a request for a page of the platform or of a preview. Must not be called for health checks, which do not
     * pass through a proxy.
     */
    void look(Seen request) {
        if (!isNearby(request.peer())) {
            return;
        }
        var wrong = wrong(request);
        synchronized (this) {
            if (properties.isOn() && trusted.contains(request.peer())) {
                seen.keySet().removeAll(OF_TRUSTED);
            }
            wrong.forEach(finding -> seen.put(finding, clock.instant()));
        }
        wrong.forEach(finding -> report(finding, "peer=" + request.peer()));
    }

    private Set<ProxyFinding> wrong(Seen request) {
        var wrong = EnumSet.noneOf(ProxyFinding.class);
        if (!properties.isOn()) {
            if (request.forwardedFor() != null) {
                wrong.add(ProxyFinding.HEADERS_IGNORED);
            }
        } else if (!trusted.contains(request.peer())) {
            if (request.forwardedFor() != null) {
                wrong.add(ProxyFinding.PROXY_NOT_TRUSTED);
            }
        } else {
            if (request.forwardedFor() == null) {
                wrong.add(ProxyFinding.NO_CLIENT_ADDRESS);
            }
            if (platform.isHttps() && !"https".equalsIgnoreCase(request.forwardedProto())) {
                wrong.add(ProxyFinding.NO_SCHEME);
            }
            var host = request.forwardedHost() == null ? request.host() : request.forwardedHost();
            if (host != null
                    && isOfThisMachine(host)
                    && !isOfThisMachine(platform.url().getHost())) {
                wrong.add(ProxyFinding.HOST_CHANGED);
            }
        }
        return wrong;
    }

    /**
     * Returns whether a host is a name without a dot or an address. A proxy that changes the Host header sends the
     * address of its upstream, which usually has one of these two forms.
     */
    private static boolean isOfThisMachine(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
        return !name.contains(".") || name.startsWith("[") || name.matches("[0-9.]+");
    }

    private static boolean isNearby(String peer) {
        try {
            var address = InetAddress.ofLiteral(peer);
            return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private void report(ProxyFinding finding, String where) {
        lines.admit(finding.name())
                .ifPresent(before -> log.warn(
                        "reverse proxy settings look wrong finding={} {}: {}. {}",
                        finding,
                        where,
                        finding.title(),
                        finding.fix()));
    }
}

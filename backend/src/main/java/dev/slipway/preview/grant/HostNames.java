package dev.slipway.preview.grant;

import dev.slipway.platform.PlatformProperties;
import dev.slipway.preview.PreviewProperties;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Distinguishes hosts of previews from the platform's host, and builds the origins of both. */
@Component
public final class HostNames {
    private static final String THIS_MACHINE = "localhost";

    private final String previews;
    private final URI platform;
    private final String platformOrigin;

    HostNames(PreviewProperties properties, PlatformProperties platform) {
        this.previews = properties.host();
        this.platform = platform.url();
        this.platformOrigin = platform.origin();
    }

    /**
     * Returns whether a host belongs to previews. This includes names that no preview can have, because the platform
     * must not show its own pages at these hosts.
     *
     * @param host without a port
     */
    public boolean isOfPreviews(String host) {
        var name = normalised(host);
        if (name.equals(normalised(platform.getHost()))) {
            return false;
        }
        return name.endsWith("." + previews) || (name.equals(previews) && !previews.equals(THIS_MACHINE));
    }

    /** Returns the name of the preview with this host; empty if no preview can have this host. */
    public Optional<PreviewName> parse(String host) {
        var name = normalised(host);
        var suffix = "." + previews;
        return isOfPreviews(name) && name.endsWith(suffix)
                ? PreviewName.parse(name.substring(0, name.length() - suffix.length()))
                : Optional.empty();
    }

    /** Returns scheme, host and port of a preview, as browsers write origins. */
    public String origin(PreviewName name) {
        return platform.getScheme() + "://" + name + "." + previews + port();
    }

    /** Returns the platform's own origin, whose pages may show previews in a frame. */
    public String platformOrigin() {
        return platformOrigin;
    }

    /**
     * Returns whether browsers treat previews as secure. Only then do they store a preview's cookies in a frame of
     * another site.
     */
    public boolean isSecure() {
        return platform.getScheme().equals("https") || isThisMachine(previews);
    }

    /**
     * Returns whether browsers can resolve names of previews. Names below {@code localhost} do not work from another
     * machine.
     */
    boolean canBeFound() {
        return !isThisMachine(previews)
                || isThisMachine(platform.getHost())
                || platform.getHost().equals("127.0.0.1");
    }

    private static boolean isThisMachine(String host) {
        return host.equals(THIS_MACHINE) || host.endsWith("." + THIS_MACHINE);
    }

    private String port() {
        var port = platform.getPort();
        var schemesOwn = platform.getScheme().equals("https") ? 443 : 80;
        return port < 0 || port == schemesOwn ? "" : ":" + port;
    }

    private static String normalised(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}

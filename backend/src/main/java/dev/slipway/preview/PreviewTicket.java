package dev.slipway.preview;

import java.net.URI;
import java.time.Instant;

/**
 * Single-use secret that opens one preview in one browser.
 *
 * @param origin origin of the preview, without a path, such as {@code http://p8080-node1-k3v9x0q2ab.localhost:8080}
 */
public record PreviewTicket(URI origin, String ticket, Instant expiresAt) {
    /**
     * Path of the page that opens a preview. The platform answers requests for this path itself, so apps cannot use it.
     */
    public static final String ENTRANCE = "/.slipway/open";

    /**
     * Returns the address that opens the preview at a path of the app. The ticket is in the fragment, which browsers do
     * not send to servers.
     *
     * @param path begins with a slash
     */
    public URI entrance(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with /: " + path);
        }
        return URI.create(origin + ENTRANCE + "#" + ticket + path);
    }
}

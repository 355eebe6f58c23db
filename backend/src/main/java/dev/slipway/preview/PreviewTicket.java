package dev.slipway.preview;

import java.net.URI;
import java.time.Instant;

/**
 * A secret that opens one preview in one browser, once.
 *
 * @param origin where the preview is, without a path, as in {@code http://p8080-node1-k3v9x0q2ab.localhost:8080}
 */
public record PreviewTicket(URI origin, String ticket, Instant expiresAt) {
    /** Where a preview's host answers itself instead of passing on what is asked; no app can have it. */
    public static final String ENTRANCE = "/.slipway/open";

    /**
     * An address that opens the preview at a path of the app when a browser goes there. The ticket is in its fragment,
     * which browsers send to nobody.
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

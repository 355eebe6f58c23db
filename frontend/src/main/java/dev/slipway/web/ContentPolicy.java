package dev.slipway.web;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.preview.PreviewProperties;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Sets the content security policy of the HTML page around all screens. It permits the scripts that the server adds
 * with this response's nonce, and those of the platform's own bundle. It permits neither other inline scripts nor
 * {@code eval}. Decision 0015 explains what Vaadin needs.
 */
@Component
final class ContentPolicy implements VaadinServiceInitListener {
    private static final int NONCE_BYTES = 18;

    private final SecureRandom random = new SecureRandom();
    private final String frames;

    ContentPolicy(PlatformProperties platform, PreviewProperties previews) {
        var origin = platform.origin();
        var port = origin.replaceFirst("^https?://(\\[[^]]*]|[^:]*)", "");
        frames = "'self' " + platform.url().getScheme() + "://*." + previews.host() + port;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        // In development, Vaadin's tools add their own scripts to the page, which the policy would block.
        if (event.getSource().getDeploymentConfiguration().isProductionMode()) {
            event.addIndexHtmlRequestListener(this::apply);
        }
    }

    private void apply(IndexHtmlResponse page) {
        var nonce = nonce();
        page.getDocument().select("script, link[rel=modulepreload]").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
    }

    private String nonce() {
        var bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Returns the policy. It permits inline styles, because Vaadin, xterm.js and the player of recordings create them,
     * and WebAssembly, because the player's core uses it.
     */
    private String policy(String nonce) {
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce + "' 'wasm-unsafe-eval'; style-src 'self'"
                + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; frame-src "
                + frames + "; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}

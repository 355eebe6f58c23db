package dev.slipway.web;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.slipway.preview.PreviewProperties;
import dev.slipway.shared.PlatformProperties;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The content security policy of the page that carries all screens: scripts that the server put there with this answer's
 * nonce, and those of its own bundle; nothing inline, no text that becomes code. Decision 0015 says what Vaadin needs.
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
        // While developing, Vaadin's tools put scripts of their own into the page.
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

    /** Styles are inline where Vaadin, xterm.js and the player of recordings make them; the player's core is WebAssembly. */
    private String policy(String nonce) {
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce + "' 'wasm-unsafe-eval'; style-src 'self'"
                + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; frame-src "
                + frames + "; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}

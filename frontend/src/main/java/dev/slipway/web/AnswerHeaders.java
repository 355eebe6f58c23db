package dev.slipway.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that every response of the platform gets first. Later code may change or add headers. */
final class AnswerHeaders {
    /** No page may show the platform in a frame, especially no app in a preview. */
    static final String FRAME_OPTIONS = "X-Frame-Options";

    static final String DENY = "DENY";

    /**
     * The policy of responses that are not pages: data, redirects, errors. Pages have their own policy, with a nonce.
     */
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String NO_DEVICES =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

    /** Applies to this host only: previews on its subdomains may have no TLS. */
    private static final String A_YEAR_OF_HTTPS = "max-age=31536000";

    private AnswerHeaders() {}

    /**
     * Returns the headers by name.
     *
     * @param https whether users reach the platform over HTTPS
     */
    static Map<String, String> ofPlatform(boolean https) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", NOTHING);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(FRAME_OPTIONS, DENY);
        // Not no-referrer: with it, browsers send "Origin: null" with a form.
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", NO_DEVICES);
        headers.put("Cache-Control", "no-store");
        if (https) {
            headers.put("Strict-Transport-Security", A_YEAR_OF_HTTPS);
        }
        return headers;
    }
}

package dev.slipway.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers with which every answer of the platform itself begins. What an answer needs otherwise, it says later. */
final class AnswerHeaders {
    /** Nobody shows the platform in a frame, least of all an app in a preview. */
    static final String FRAME_OPTIONS = "X-Frame-Options";

    static final String DENY = "DENY";

    /** For what is no page: data, redirects, errors. Pages have a policy of their own, with a nonce. */
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String NO_DEVICES =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

    /** For this host alone: below it, previews of others may be without TLS. */
    private static final String A_YEAR_OF_HTTPS = "max-age=31536000";

    private AnswerHeaders() {}

    /** @param https whether people reach the platform by HTTPS */
    static Map<String, String> ofPlatform(boolean https) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", NOTHING);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(FRAME_OPTIONS, DENY);
        // Not no-referrer: with that, browsers call the origin of a form "null".
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

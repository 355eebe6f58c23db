package dev.slipway.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers that the platform sets on a response before any other code handles the request. Later code may change
 * these headers or add others.
 */
final class AnswerHeaders {
    /**
     * Name of the header that forbids all pages, especially an app in a preview, from showing the platform in a frame.
     */
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

    /**
     * Makes browsers use HTTPS for a year. Does not include subdomains, because previews on subdomains may have no TLS.
     */
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
        // The value is not no-referrer, because browsers would then send "Origin: null" when they submit a form.
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

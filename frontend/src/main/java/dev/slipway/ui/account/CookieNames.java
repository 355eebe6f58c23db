package dev.slipway.ui.account;

/**
 * The names of the platform's cookies. If users reach the platform over HTTPS, the names begin with {@code __Host-}.
 * Browsers then accept these cookies only from this host and over HTTPS, so neither another host of the domain nor a
 * connection without TLS can set them.
 */
record CookieNames(boolean https) {
    private static final String HOST = "__Host-";

    /** Returns the name of the HTTP session's cookie. */
    String session() {
        return prefix() + "slipway-session";
    }

    /** Returns the name of the cookie with the secret of {@link RememberedSignIn}. */
    String remembered() {
        return prefix() + "slipway-remembered";
    }

    private String prefix() {
        return https ? HOST : "";
    }
}

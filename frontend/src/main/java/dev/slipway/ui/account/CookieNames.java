package dev.slipway.ui.account;

/**
 * The names of our cookies. Where the platform's address is an HTTPS one they begin with {@code __Host-}: browsers then
 * take them only from this very host, over HTTPS, so neither a neighbouring host nor a plain connection can set them.
 */
record CookieNames(boolean https) {
    private static final String HOST = "__Host-";

    /** The HTTP session. */
    String session() {
        return prefix() + "slipway-session";
    }

    /** The secret of {@link RememberedSignIn}. */
    String remembered() {
        return prefix() + "slipway-remembered";
    }

    private String prefix() {
        return https ? HOST : "";
    }
}

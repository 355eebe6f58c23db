package dev.slipway.web;

/** A problem with the settings of the reverse proxy, or with the platform's settings for it, and the fix. */
public enum ProxyFinding {
    HEADERS_OFF(
            "The platform's address is HTTPS, but forwarded headers are off",
            "All users seem to come from the proxy's address, so wrong passwords of one user delay all sign-ins.",
            "Set SLIPWAY_FORWARD_HEADERS=native, and SLIPWAY_TRUSTED_PROXIES to the proxy's address."),
    HEADERS_IGNORED(
            "A reverse proxy sends X-Forwarded headers, but the platform ignores them",
            "All users seem to come from the proxy's address, so wrong passwords of one user delay all sign-ins.",
            "Set SLIPWAY_FORWARD_HEADERS=native, and SLIPWAY_TRUSTED_PROXIES to the proxy's address."),
    PROXY_NOT_TRUSTED(
            "The platform ignores X-Forwarded headers from an address that is not trusted",
            "If it is your reverse proxy, all users seem to come from its address.",
            "If it is your reverse proxy, add its address to SLIPWAY_TRUSTED_PROXIES. If not, there is nothing to do."),
    NO_CLIENT_ADDRESS(
            "The reverse proxy does not send the client's address",
            "All users seem to come from the proxy's address, so wrong passwords of one user delay all sign-ins.",
            "Configure the proxy to send X-Forwarded-For"
                    + " (nginx: proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for)."),
    NO_SCHEME(
            "The reverse proxy does not report that users connect over HTTPS",
            "Cookies may not be marked as secure.",
            "Configure the proxy to send X-Forwarded-Proto (nginx: proxy_set_header X-Forwarded-Proto $scheme)."),
    HOST_CHANGED(
            "The reverse proxy changes the Host header",
            "Previews and all other features that depend on the address do not work.",
            "Configure the proxy to pass the Host header unchanged (nginx: proxy_set_header Host $http_host).");

    private final String title;
    private final String consequence;
    private final String fix;

    ProxyFinding(String title, String consequence, String fix) {
        this.title = title;
        this.consequence = consequence;
        this.fix = fix;
    }

    /** Returns the problem in one line. */
    public String title() {
        return title;
    }

    /** Returns the consequence of the problem. */
    public String consequence() {
        return consequence;
    }

    /** Returns the instruction for the administrator. */
    public String fix() {
        return fix;
    }
}

package dev.slipway.web;

/** One thing that is wrong with how the platform is reached, with the setting that puts it right. */
public enum ProxyFinding {
    HEADERS_OFF(
            "People reach the platform by HTTPS, but forwarded headers are off",
            "Everybody seems to come from the reverse proxy's address, so that wrong passwords of one person slow everybody"
                    + " down.",
            "Set SLIPWAY_FORWARD_HEADERS=native, and SLIPWAY_TRUSTED_PROXIES to the proxy's address."),
    HEADERS_IGNORED(
            "A reverse proxy sends X-Forwarded headers, but they are off",
            "Everybody seems to come from the reverse proxy's address, so that wrong passwords of one person slow everybody"
                    + " down.",
            "Set SLIPWAY_FORWARD_HEADERS=native, and SLIPWAY_TRUSTED_PROXIES to the proxy's address."),
    PROXY_NOT_TRUSTED(
            "X-Forwarded headers come from an address that is not trusted, and are ignored",
            "If it is your reverse proxy, everybody seems to come from its address.",
            "If it is your reverse proxy, add its address to SLIPWAY_TRUSTED_PROXIES. If not, there is nothing to do."),
    NO_CLIENT_ADDRESS(
            "The reverse proxy does not say who asks",
            "Everybody seems to come from the reverse proxy's address, so that wrong passwords of one person slow everybody"
                    + " down.",
            "Let the proxy send X-Forwarded-For (nginx: proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for)."),
    NO_SCHEME(
            "The reverse proxy does not say that people use HTTPS",
            "Cookies may not be marked as secure.",
            "Let the proxy send X-Forwarded-Proto (nginx: proxy_set_header X-Forwarded-Proto $scheme)."),
    HOST_CHANGED(
            "The reverse proxy asks for another host than people do",
            "Previews cannot be told from the platform, and nothing that depends on the address works.",
            "Let the proxy pass the Host as it is (nginx: proxy_set_header Host $http_host).");

    private final String title;
    private final String consequence;
    private final String fix;

    ProxyFinding(String title, String consequence, String fix) {
        this.title = title;
        this.consequence = consequence;
        this.fix = fix;
    }

    public String title() {
        return title;
    }

    public String consequence() {
        return consequence;
    }

    /** What an administrator does about it. */
    public String fix() {
        return fix;
    }
}

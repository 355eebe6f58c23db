package dev.slipway.account;

/** A new API token with its secret. The secret is shown once and never stored. */
public record IssuedToken(ApiToken token, String secret) {
    @Override
    public String toString() {
        return "IssuedToken[token=" + token + ", secret=hidden]";
    }
}

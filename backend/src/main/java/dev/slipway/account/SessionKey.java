package dev.slipway.account;

import java.util.UUID;

/**
 * Names one session of an account: the sign-in of one browser, or one API token. Tickets, terminal connections and
 * previews carry it, so that they end with the session that opened them. It is not a secret and opens nothing.
 */
public record SessionKey(UUID value) {

    /** A key that no browser and no token has, for connections that the platform itself opens. */
    public static SessionKey unshared() {
        return new SessionKey(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

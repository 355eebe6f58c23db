package dev.slipway.account;

import java.util.UUID;

/**
 * Identifies one session of an account: the sign-in of one browser, or one API token. Tickets, terminal connections and
 * previews store the key, so that they end together with the session that opened them. The key is not a secret and
 * gives no access.
 */
public record SessionKey(UUID value) {

    /** Returns a new key that no browser and no token has, for connections that the platform itself opens. */
    public static SessionKey unshared() {
        return new SessionKey(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

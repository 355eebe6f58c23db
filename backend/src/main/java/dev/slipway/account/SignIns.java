package dev.slipway.account;

import dev.slipway.shared.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * Sign-ins of browsers. They are rows of the database, so that a sign-in survives a restart of the platform, and so does a
 * sign-out. A browser proves its sign-in with a cookie: 256 random bits, of which only the SHA-256 is stored.
 */
public interface SignIns {

    /** Returns the secret for the cookie of a browser that has just signed in, and notes which browser it is. */
    String remember(SessionKey session, String browser);

    /** Returns the principal of the sign-in that a cookie proves, if it has not ended and its account may still sign in. */
    Optional<AccountPrincipal> resume(String secret, String address);

    /** Notes that a session is in use; cheap enough for every request. */
    void used(SessionKey session, String address);

    /** Ends the sign-in that a cookie proves; nothing happens if there is none. */
    void end(String secret);

    /** One's own sign-ins, the last used first. */
    List<SignIn> list(AccountId actor);

    /**
     * Ends one of one's own sign-ins, with its pages, terminals and previews.
     *
     * @throws dev.slipway.shared.UserFacingException with {@link AccountError#NO_SUCH_SESSION} if it has ended already
     */
    void end(AccountId actor, SessionKey session);

    /** Ends all of one's own sign-ins but one; returns how many. */
    int endOthers(AccountId actor, SessionKey kept);
}

package dev.slipway.account;

import dev.slipway.shared.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * The service that manages sign-ins of browsers. Sign-ins are rows of the database, so that a restart of the platform
 * neither ends a sign-in nor undoes a sign-out. A browser proves its sign-in with a cookie of 256 random bits; only the
 * SHA-256 digest of the cookie is stored.
 */
public interface SignIns {

    /** Creates the secret for the cookie of a browser that has just signed in, and stores the browser's name. */
    String remember(SessionKey session, String browser);

    /**
     * Returns the principal of the sign-in to which a cookie belongs; empty if the sign-in has ended or can no longer
     * be resumed, or if its account is disabled.
     */
    Optional<AccountPrincipal> resume(String secret, String address);

    /**
     * Records that a session is in use. This method writes to the database at most once a minute, so it may be called
     * for every request.
     */
    void used(SessionKey session, String address);

    /** Ends the sign-in to which a cookie belongs; does nothing if no sign-in has this cookie. */
    void end(String secret);

    /** Returns the acting account's own sign-ins, the last used first. */
    List<SignIn> list(AccountId actor);

    /**
     * Ends one of the acting account's own sign-ins, and closes the pages, terminals and previews that were opened in
     * it.
     *
     * @throws dev.slipway.shared.UserFacingException with {@link AccountError#NO_SUCH_SESSION} if the sign-in has ended
     *     already
     */
    void end(AccountId actor, SessionKey session);

    /** Ends all of the acting account's own sign-ins except one, and returns the number of sign-ins that ended. */
    int endOthers(AccountId actor, SessionKey kept);
}

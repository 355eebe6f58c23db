package dev.slipway.account;

import dev.slipway.shared.AccountId;
import java.util.List;

/** The service that manages API tokens. A token's secret has 256 random bits; only its SHA-256 digest is stored. */
public interface ApiTokens {

    /**
     * Creates a token for the account that acts.
     *
     * @throws dev.slipway.shared.UserFacingException with {@link AccountError#NAME_INVALID} if the name is empty, too
     *     long or contains control characters
     */
    IssuedToken issue(AccountId actor, String name);

    /** Returns the acting account's own tokens, newest first. */
    List<ApiToken> list(AccountId actor);

    /**
     * Revokes one of the acting account's own tokens at once, and closes all terminals and previews that were opened
     * with that token.
     *
     * @throws dev.slipway.shared.UserFacingException if the account has no such token
     */
    void revoke(AccountId actor, ApiTokenId id);

    /**
     * Returns the account whose token has this secret.
     *
     * @param address the network address of the client; wrong secrets are counted for each address
     * @throws dev.slipway.shared.UserFacingException with {@link AccountError#TOKEN_INVALID} if no enabled account has
     *     such a token, or with {@link AccountError#TOO_MANY_BAD_TOKENS} if too many wrong secrets came from this
     *     address
     */
    AccountPrincipal authenticate(String secret, String address);
}

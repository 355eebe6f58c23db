package dev.slipway.account;

import dev.slipway.shared.AccountId;
import java.util.List;

/** The service that manages API tokens. A token's secret has 256 random bits; only its SHA-256 digest is stored. */
public interface ApiTokens {

    /**
     * Creates a token for the account that acts.
     *
     * @throws dev.slipway.shared.UserFacingException with {@link AccountError#NAME_INVALID} if the name is empty, too
     *     long or has control characters
     */
    IssuedToken issue(AccountId actor, String name);

    /** Returns the acting account's own tokens, newest first. */
    List<ApiToken> list(AccountId actor);

    /**
     * Revokes one of the acting account's own tokens at once. All terminals and previews that were opened with it are
     * closed.
     *
     * @throws dev.slipway.shared.UserFacingException if the account has no such token
     */
    void revoke(AccountId actor, ApiTokenId id);

    /**
     * Returns the account whose token has this secret.
     *
     * @param address the network address of the client; wrong secrets are counted per address
     * @throws dev.slipway.shared.UserFacingException with {@link AccountError#TOKEN_INVALID} or {@link
     *     AccountError#TOO_MANY_BAD_TOKENS}
     */
    AccountPrincipal authenticate(String secret, String address);
}

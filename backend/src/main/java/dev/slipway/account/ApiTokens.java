package dev.slipway.account;

import dev.slipway.shared.AccountId;
import java.util.List;

/** API tokens: random secrets of 256 bits, of which only the SHA-256 is stored. */
public interface ApiTokens {

    /** Makes a token for the account that acts. */
    IssuedToken issue(AccountId actor, String name);

    /** The acting account's own tokens, newest first. */
    List<ApiToken> list(AccountId actor);

    /**
     * Makes one of the acting account's own tokens worthless at once, and closes what it opened.
     *
     * @throws dev.slipway.shared.UserFacingException if the account has no such token
     */
    void revoke(AccountId actor, ApiTokenId id);

    /**
     * Who the bearer of a secret is.
     *
     * @param address where the request came from; too many wrong secrets from there are answered as such
     * @throws dev.slipway.shared.UserFacingException with {@link AccountError#TOKEN_INVALID} or
     *     {@link AccountError#TOO_MANY_BAD_TOKENS}
     */
    AccountPrincipal authenticate(String secret, String address);
}

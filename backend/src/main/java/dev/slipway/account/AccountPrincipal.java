package dev.slipway.account;

import dev.slipway.shared.AccountId;
import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The principal of every authentication: by the sign-in form, by the cookie of an earlier sign-in, or by a bearer
 * token.
 *
 * @param session the id of the browser's sign-in or of the API token
 * @param epoch the account's epoch at sign-in. The platform increases the epoch when the account's role or password
 *     changes or the account is disabled; sessions with a lower epoch are then invalid
 */
public record AccountPrincipal(UUID account, String email, Role role, int epoch, UUID session)
        implements AuthenticatedPrincipal, Serializable {

    /** Returns the id of the account. */
    public AccountId id() {
        return new AccountId(account);
    }

    /** Returns the key of the session that ends with this sign-in or token. */
    public SessionKey sessionKey() {
        return new SessionKey(session);
    }

    /** Returns the role's name in Spring Security, as in {@code ROLE_LEARNER}. */
    public String authority() {
        return "ROLE_" + role.name();
    }

    @Override
    public String getName() {
        return email;
    }
}

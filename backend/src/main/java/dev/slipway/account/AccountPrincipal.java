package dev.slipway.account;

import dev.slipway.shared.AccountId;
import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The principal of every authentication, from the sign-in form or a bearer token.
 *
 * @param session the browser's sign-in or the API token that this principal stands for
 * @param epoch the account's at sign-in; it counts up when rights are taken away, which ends older sessions
 */
public record AccountPrincipal(UUID account, String email, Role role, int epoch, UUID session)
        implements AuthenticatedPrincipal, Serializable {

    public AccountId id() {
        return new AccountId(account);
    }

    /** The session that ends with this sign-in, or with this token. */
    public SessionKey sessionKey() {
        return new SessionKey(session);
    }

    /** What Spring Security calls the role, as in {@code ROLE_LEARNER}. */
    public String authority() {
        return "ROLE_" + role.name();
    }

    @Override
    public String getName() {
        return email;
    }
}

package dev.slipway.account;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts without a database. The first half of an id encodes the initial role; a test may change or remove it. */
public final class RolesInIds implements Actors {
    private static final List<Role> ROLES = List.of(Role.values());

    /** The changes of a test: another role, or none for a disabled account. */
    private final Map<AccountId, Optional<Role>> changed = new ConcurrentHashMap<>();

    private final Set<SessionKey> ended = ConcurrentHashMap.newKeySet();

    public static AccountId anAccount(Role role) {
        return new AccountId(new UUID(ROLES.indexOf(role), UUID.randomUUID().getLeastSignificantBits()));
    }

    @Override
    public Actor require(AccountId account) {
        var first = ROLES.get((int) account.value().getMostSignificantBits());
        return changed.getOrDefault(account, Optional.of(first))
                .map(role -> new Actor(account, role))
                .orElseThrow(() -> new UserFacingException(AccountError.NOT_ALLOWED));
    }

    public void change(AccountId account, Role role) {
        changed.put(account, Optional.of(role));
    }

    public void disable(AccountId account) {
        changed.put(account, Optional.empty());
    }

    public void end(SessionKey session) {
        ended.add(session);
    }

    @Override
    public Actor require(AccountId account, SessionKey session) {
        if (ended.contains(session)) {
            throw new UserFacingException(AccountError.NOT_SIGNED_IN);
        }
        return require(account);
    }
}

package dev.slipway.api.access;

import dev.slipway.account.Account;
import dev.slipway.account.AccountChange;
import dev.slipway.account.Accounts;
import dev.slipway.account.ApiTokens;
import dev.slipway.account.EmailAddress;
import dev.slipway.account.IssuedToken;
import dev.slipway.account.NewAccount;
import dev.slipway.account.NewPassword;
import dev.slipway.account.Role;
import dev.slipway.account.persistence.AccountLedger;
import dev.slipway.shared.AccountId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** The accounts of the callers and their tokens. All tokens are issued first; then rights are taken away. */
final class Callers {
    private final Map<Caller, Account> accounts = new EnumMap<>(Caller.class);
    private final Map<Caller, IssuedToken> tokens = new EnumMap<>(Caller.class);

    Callers(BeanFactory beans) {
        var ledger = beans.getBean(AccountLedger.class);
        var apiTokens = beans.getBean(ApiTokens.class);
        roles().forEach((caller, role) -> {
            var account = add(ledger, caller.name(), role);
            accounts.put(caller, account);
            var token = apiTokens.issue(account.id(), "test");
            tokens.put(caller, token);
            // The first use of a token is stored. A refused call must not be the first.
            apiTokens.authenticate(token.secret(), "192.0.2.1");
        });
        var administrator = id(Caller.ADMINISTRATOR);
        var stored = beans.getBean(Accounts.class);
        stored.change(administrator, id(Caller.DISABLED), AccountChange.disabling());
        stored.change(administrator, id(Caller.DEMOTED), AccountChange.to(Role.LEARNER));
        apiTokens.revoke(id(Caller.REVOKED), token(Caller.REVOKED).token().id());
    }

    private static Map<Caller, Role> roles() {
        return Map.of(
                Caller.OWNER, Role.LEARNER,
                Caller.LEARNER, Role.LEARNER,
                Caller.INSTRUCTOR, Role.INSTRUCTOR,
                Caller.GRADER, Role.GRADER,
                Caller.ADMINISTRATOR, Role.ADMINISTRATOR,
                Caller.DISABLED, Role.ADMINISTRATOR,
                Caller.DEMOTED, Role.ADMINISTRATOR,
                Caller.REVOKED, Role.ADMINISTRATOR);
    }

    static Account add(AccountLedger ledger, String name, Role role) {
        var email = new EmailAddress(name.toLowerCase(Locale.ROOT) + "@example.org");
        return ledger.add(new NewAccount(email, name, role, new NewPassword("correct horse battery")));
    }

    AccountId id(Caller caller) {
        return Optional.ofNullable(accounts.get(caller)).orElseThrow().id();
    }

    /** Returns the token's secret; empty for the caller that has none. */
    Optional<String> secret(Caller caller) {
        return Optional.ofNullable(tokens.get(caller)).map(IssuedToken::secret);
    }

    private IssuedToken token(Caller caller) {
        return Optional.ofNullable(tokens.get(caller)).orElseThrow();
    }
}

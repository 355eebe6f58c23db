package dev.slipway.account.signin;

import dev.slipway.account.Account;
import dev.slipway.account.AccountError;
import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.CurrentAccount;
import dev.slipway.account.SessionKey;
import dev.slipway.account.persistence.AccountLedger;
import dev.slipway.account.persistence.SignInRecord;
import dev.slipway.shared.UserFacingException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Reads the account of the security context from the database in each call. A session is therefore invalid from the
 * moment in which it ends, its account is disabled, or its account gets another role or password.
 */
@Component
class SignedInAccount implements CurrentAccount {
    private final AccountLedger ledger;

    SignedInAccount(AccountLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Account> find() {
        return principal()
                .filter(principal -> ledger.isLive(principal.id(), principal.sessionKey()))
                .flatMap(principal -> ledger.findForSession(principal.id())
                        .filter(SignInRecord::enabled)
                        .filter(record -> record.epoch() == principal.epoch()))
                .map(SignInRecord::account);
    }

    @Override
    public Account require() {
        return find().orElseThrow(() -> new UserFacingException(AccountError.NOT_SIGNED_IN));
    }

    @Override
    public SessionKey requireSession() {
        require();
        return principal().orElseThrow().sessionKey();
    }

    private static Optional<AccountPrincipal> principal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AccountPrincipal principal
                ? Optional.of(principal)
                : Optional.empty();
    }
}

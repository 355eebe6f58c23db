package dev.slipway.account.signin;

import dev.slipway.account.Account;
import dev.slipway.account.AccountError;
import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.CurrentAccount;
import dev.slipway.account.persistence.AccountLedger;
import dev.slipway.account.persistence.SignInRecord;
import dev.slipway.shared.UserFacingException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Reads the account of the security context anew each time, so that a session whose account has been disabled, or whose
 * role or password has changed since, is worth nothing from that moment.
 */
@Component
class SignedInAccount implements CurrentAccount {
    private final AccountLedger ledger;

    SignedInAccount(AccountLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Account> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof AccountPrincipal principal)) {
            return Optional.empty();
        }
        return ledger.findForSession(principal.id())
                .filter(SignInRecord::enabled)
                .filter(record -> record.principal().epoch() == principal.epoch())
                .map(SignInRecord::account);
    }

    @Override
    public Account require() {
        return find().orElseThrow(() -> new UserFacingException(AccountError.NOT_SIGNED_IN));
    }
}

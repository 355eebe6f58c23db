package dev.slipway.account.persistence;

import dev.slipway.account.EmailAddress;
import dev.slipway.account.InternalAccounts;
import dev.slipway.account.NewAccount;
import dev.slipway.account.PasswordGenerator;
import dev.slipway.account.Role;
import dev.slipway.shared.AccountId;
import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
class JpaInternalAccounts implements InternalAccounts {
    private final AccountLedger ledger;
    private final PasswordGenerator passwords = new PasswordGenerator(new SecureRandom());

    JpaInternalAccounts(AccountLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public AccountId proofLearner() {
        // The domain is reserved (RFC 2606), so the address belongs to no person.
        var email = new EmailAddress(UUID.randomUUID() + "@proof.invalid");
        return ledger.add(new NewAccount(email, "Proof", Role.LEARNER, passwords.next()))
                .id();
    }
}

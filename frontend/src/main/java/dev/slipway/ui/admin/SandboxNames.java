package dev.slipway.ui.admin;

import dev.slipway.account.Account;
import dev.slipway.account.Accounts;
import dev.slipway.attempt.Attempts;
import dev.slipway.lab.Lab;
import dev.slipway.lab.Labs;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import org.springframework.stereotype.Component;

/** Finds the names of a sandbox's owner and lab. If a name no longer exists, the id is shown instead. */
@Component
final class SandboxNames {
    private final Accounts accounts;
    private final Attempts attempts;
    private final Labs labs;

    SandboxNames(Accounts accounts, Attempts attempts, Labs labs) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.labs = labs;
    }

    String owner(AccountId actor, Sandbox sandbox) {
        return accounts.find(actor, sandbox.owner())
                .map(Account::name)
                .orElse(sandbox.owner().toString());
    }

    String lab(AccountId actor, Sandbox sandbox) {
        try {
            var lab = attempts.get(actor, sandbox.attempt()).lab();
            return labs.find(lab).map(Lab::title).orElse(lab.value());
        } catch (UserFacingException unknown) {
            return "–";
        }
    }
}

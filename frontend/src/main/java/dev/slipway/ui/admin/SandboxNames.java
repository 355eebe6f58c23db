package dev.slipway.ui.admin;

import dev.slipway.account.Account;
import dev.slipway.account.Accounts;
import dev.slipway.attempt.AttemptSummaries;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabId;
import dev.slipway.lab.Labs;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the names of the owners and the titles of the labs for a whole list of sandboxes at once. */
@Component
final class SandboxNames {
    private final Accounts accounts;
    private final AttemptSummaries attempts;
    private final Labs labs;

    SandboxNames(Accounts accounts, AttemptSummaries attempts, Labs labs) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.labs = labs;
    }

    /**
     * The names and titles that were found. An owner without a name is shown by the id of the account. The lab of an
     * unknown attempt is shown as a dash.
     */
    record Found(Map<AccountId, String> owners, Map<AttemptId, String> labs) {
        String owner(Sandbox sandbox) {
            return Optional.ofNullable(owners.get(sandbox.owner()))
                    .orElseGet(() -> sandbox.owner().toString());
        }

        String lab(Sandbox sandbox) {
            return labs.getOrDefault(sandbox.attempt(), "–");
        }
    }

    Found of(AccountId actor, List<Sandbox> sandboxes) {
        var owners = sandboxes.stream().map(Sandbox::owner).distinct().toList();
        var known =
                attempts.labs(actor, sandboxes.stream().map(Sandbox::attempt).toList());
        return new Found(
                accounts.findAll(actor, owners).stream().collect(Collectors.toMap(Account::id, Account::name)),
                known.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, attempt -> title(attempt.getValue()))));
    }

    private String title(LabId lab) {
        return labs.find(lab).map(Lab::title).orElse(lab.value());
    }
}

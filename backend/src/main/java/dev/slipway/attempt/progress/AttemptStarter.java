package dev.slipway.attempt.progress;

import dev.slipway.account.Account;
import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.persistence.AttemptRow;
import dev.slipway.attempt.persistence.AttemptRows;
import dev.slipway.lab.LabId;
import dev.slipway.lab.Labs;
import dev.slipway.sandbox.HostReport;
import dev.slipway.shared.Retried;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Starts attempts: the attempt, its lab's content and the request for its machines, if it has any, are committed together. */
@Component
final class AttemptStarter {
    private final AttemptRows rows;
    private final Labs labs;
    private final Machines machines;
    private final HostReport host;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final RandomGenerator random;

    AttemptStarter(
            AttemptRows rows,
            Labs labs,
            Machines machines,
            HostReport host,
            TransactionOperations transactions,
            Clock clock,
            RandomGenerator random) {
        this.rows = rows;
        this.labs = labs;
        this.machines = machines;
        this.host = host;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /** A new attempt, or the open one. Two clicks at once give one attempt: the second finds the first's. */
    AttemptRow start(Account learner, LabId lab) {
        return Retried.onCollision(() -> transactions.execute(status ->
                rows.findByOpenKey(AttemptRow.openKey(learner.id(), lab)).orElseGet(() -> begin(learner, lab))));
    }

    private AttemptRow begin(Account learner, LabId id) {
        var lab = labs.keep(id);
        host.obstacleTo(lab.capabilities()).ifPresent(obstacle -> {
            throw new UserFacingException(AttemptError.HOST_LACKS, obstacle.title(), obstacle.consequence());
        });
        var variables = labs.chooseVariables(lab, random.nextLong());
        var attempt =
                rows.saveAndFlush(new AttemptRow(UUID.randomUUID(), learner.id(), lab, variables, clock.instant()));
        machines.request(attempt, lab);
        return attempt;
    }
}

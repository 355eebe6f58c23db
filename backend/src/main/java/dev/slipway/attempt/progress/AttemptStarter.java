package dev.slipway.attempt.progress;

import dev.slipway.attempt.HostObstacle;
import dev.slipway.attempt.persistence.AttemptEntities;
import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabId;
import dev.slipway.lab.Labs;
import dev.slipway.platform.Retried;
import dev.slipway.sandbox.HostReport;
import dev.slipway.shared.AccountId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Starts attempts. One transaction stores the attempt, the content of its lab and, if the lab has machines, the request
 * for them.
 */
@Component
final class AttemptStarter {
    private final AttemptEntities rows;
    private final AttemptStore store;
    private final Labs labs;
    private final Machines machines;
    private final HostReport host;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final RandomGenerator random;

    AttemptStarter(
            AttemptEntities rows,
            AttemptStore store,
            Labs labs,
            Machines machines,
            HostReport host,
            TransactionOperations transactions,
            Clock clock,
            RandomGenerator random) {
        this.rows = rows;
        this.store = store;
        this.labs = labs;
        this.machines = machines;
        this.host = host;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Returns the learner's open attempt, or a new attempt. Two simultaneous requests create only one attempt: the
     * second request finds the attempt of the first.
     */
    AttemptEntity start(AccountId learner, LabId lab) {
        return Retried.onCollision(() -> transactions.execute(status ->
                rows.findByOpenKey(AttemptEntity.openKey(learner, lab)).orElseGet(() -> begin(learner, lab))));
    }

    /**
     * Returns the reason for each lab whose start would be refused. A lab at which the learner has an open attempt is
     * left out.
     */
    Map<LabId, HostObstacle> obstacles(AccountId learner, Collection<LabId> ids) {
        var obstacles = new HashMap<LabId, HostObstacle>();
        ids.forEach(id -> labs.find(id).flatMap(this::obstacle).ifPresent(obstacle -> obstacles.put(id, obstacle)));
        if (!obstacles.isEmpty()) {
            rows.findOpenLabs(learner.value()).forEach(open -> obstacles.remove(new LabId(open)));
        }
        return obstacles;
    }

    private Optional<HostObstacle> obstacle(Lab lab) {
        return host.obstacleTo(lab.machines().capabilities())
                .map(finding -> new HostObstacle(finding.title(), finding.consequence()));
    }

    private AttemptEntity begin(AccountId learner, LabId id) {
        var lab = labs.keep(id);
        obstacle(lab).ifPresent(obstacle -> {
            throw obstacle.refusal();
        });
        var variables = labs.chooseVariables(lab, random.nextLong());
        var attempt = rows.saveAndFlush(new AttemptEntity(UUID.randomUUID(), learner, lab, variables, clock.instant()));
        if (lab.hasMachines()) {
            attempt.useMachines(machines.request(attempt, lab));
        }
        return store.announce(attempt);
    }
}

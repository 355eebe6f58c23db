package dev.slipway.attempt.progress;

import dev.slipway.attempt.EvidenceProperties;
import dev.slipway.attempt.persistence.AttemptEntities;
import dev.slipway.attempt.persistence.EvidenceEntities;
import dev.slipway.attempt.persistence.FactEntities;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Removes the facts of attempts that ended a long time ago. Their verdicts and scores stay. */
@Component
final class EvidenceRetention {
    private static final Logger log = LoggerFactory.getLogger(EvidenceRetention.class);
    /** Number of attempts per query. Each attempt has its own transaction, so that no other transaction waits long. */
    private static final int BATCH = 100;

    private final AttemptEntities attempts;
    private final EvidenceEntities evidence;
    private final FactEntities facts;
    private final EvidenceProperties properties;
    private final TransactionOperations transactions;
    private final Clock clock;

    EvidenceRetention(
            AttemptEntities attempts,
            EvidenceEntities evidence,
            FactEntities facts,
            EvidenceProperties properties,
            TransactionOperations transactions,
            Clock clock) {
        this.attempts = attempts;
        this.evidence = evidence;
        this.facts = facts;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT3M")
    void removeOld() {
        var before = clock.instant().minus(properties.retention());
        var removed = 0;
        for (var batch = attempts.findEndedWithFacts(before, Limit.of(BATCH));
                !batch.isEmpty();
                batch = attempts.findEndedWithFacts(before, Limit.of(BATCH))) {
            batch.forEach(this::remove);
            removed += batch.size();
        }
        if (removed > 0) {
            log.info("old facts removed attempts={}", removed);
        }
    }

    /**
     * Removes the facts of one attempt. An attempt that has ended does not change, so nothing else writes to these
     * rows.
     */
    private void remove(UUID attempt) {
        transactions.executeWithoutResult(_ -> {
            evidence.removeAllFacts(attempt);
            facts.deleteAll(attempt);
            attempts.hasNoFacts(attempt);
        });
    }
}

package dev.slipway.attempt.progress;

import dev.slipway.attempt.AttemptEvidence;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads evidence from the database. */
@Service
final class JpaAttemptEvidence implements AttemptEvidence {
    private final AttemptStore store;
    private final EvidenceStore evidence;

    JpaAttemptEvidence(AttemptStore store, EvidenceStore evidence) {
        this.store = store;
        this.evidence = evidence;
    }

    @Override
    public Optional<String> facts(AccountId actor, AttemptId attempt, TaskId task) {
        store.visible(actor, attempt);
        // Reads under the attempt's lock, so that no new verdict removes facts between the two queries.
        return store.inTurn(attempt, () -> evidence.standing(attempt, task));
    }
}

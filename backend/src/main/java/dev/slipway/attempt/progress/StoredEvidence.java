package dev.slipway.attempt.progress;

import dev.slipway.attempt.AttemptEvidence;
import dev.slipway.attempt.persistence.EvidenceEntity;
import dev.slipway.attempt.persistence.EvidenceRows;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The evidence in the database. */
@Service
final class StoredEvidence implements AttemptEvidence {
    private final AttemptStore store;
    private final EvidenceRows evidence;

    StoredEvidence(AttemptStore store, EvidenceRows evidence) {
        this.store = store;
        this.evidence = evidence;
    }

    @Override
    public Optional<String> facts(AccountId actor, AttemptId attempt, TaskId task) {
        store.visible(actor, attempt);
        return evidence.findLatest(attempt.value(), task.value()).map(EvidenceEntity::facts);
    }
}

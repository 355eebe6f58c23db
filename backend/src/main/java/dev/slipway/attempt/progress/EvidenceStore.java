package dev.slipway.attempt.progress;

import dev.slipway.attempt.EvidenceProperties;
import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.attempt.persistence.EvidenceEntities;
import dev.slipway.attempt.persistence.EvidenceEntity;
import dev.slipway.attempt.persistence.FactEntities;
import dev.slipway.attempt.persistence.FactEntity;
import dev.slipway.attempt.persistence.FactNames;
import dev.slipway.attempt.persistence.FactReferences;
import dev.slipway.check.CanonicalFacts;
import dev.slipway.check.Evaluation;
import dev.slipway.check.FactBody;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Stores verdicts with their facts, within limits. Callers must call {@link #add} in the transaction that changes the
 * attempt: the version column of the attempt then also detects concurrent changes of the numbers of uses and bytes.
 */
@Component
final class EvidenceStore {
    private final EvidenceEntities evidence;
    private final FactEntities facts;
    private final EvidenceProperties limits;

    EvidenceStore(EvidenceEntities evidence, FactEntities facts, EvidenceProperties limits) {
        this.evidence = evidence;
        this.facts = facts;
        this.limits = limits;
    }

    /**
     * Stores a task's new verdict and returns the id of its row.
     *
     * @param turn whether the outcome differs from the previous one
     */
    long add(AttemptEntity attempt, Evaluation evaluation, boolean turn) {
        var limited = evaluation.facts().limitedTo(limits.maxFactSize());
        evidence.supersede(attempt.attemptId().value(), evaluation.task().value());
        var row = evidence.saveAndFlush(new EvidenceEntity(evaluation, FactNames.of(limited), turn));
        attempt.countEvidence(row.bytes() + addFacts(attempt.attemptId(), limited));
        removeRewordings(attempt, evaluation.task());
        makeRoom(attempt);
        return row.id();
    }

    /** Returns the facts of a task's last verdict as canonical JSON. */
    Optional<String> standing(AttemptId attempt, TaskId task) {
        return evidence.findStanding(attempt.value(), task.value())
                .flatMap(row -> row.inlineFacts()
                        .or(() -> row.factNames()
                                .map(names -> assemble(attempt, names).toJson())));
    }

    private CanonicalFacts assemble(AttemptId attempt, FactNames names) {
        var byDigest = facts.find(attempt.value(), names.digests()).stream()
                .collect(Collectors.toMap(FactEntity::digest, FactEntity::toBody));
        var bodies = new TreeMap<String, FactBody>();
        names.facts().forEach((address, digest) -> bodies.put(address, require(byDigest, digest)));
        return new CanonicalFacts(names.at(), bodies);
    }

    private static FactBody require(Map<String, FactBody> byDigest, String digest) {
        return Optional.ofNullable(byDigest.get(digest))
                .orElseThrow(() -> new IllegalStateException("the database lacks the fact " + digest));
    }

    /**
     * Stores the facts that the attempt does not have yet and adds a use to the others; returns how many bytes were
     * added.
     */
    private long addFacts(AttemptId attempt, CanonicalFacts added) {
        var missing = added.bodies().values().stream()
                .collect(Collectors.toMap(FactBody::digest, Function.identity(), (first, _) -> first));
        var known = facts.findDigests(attempt.value(), missing.keySet());
        if (!known.isEmpty()) {
            facts.addUses(attempt.value(), known, 1);
            missing.keySet().removeAll(known);
        }
        missing.values().forEach(fact -> facts.save(new FactEntity(attempt, fact)));
        return missing.values().stream().mapToLong(FactBody::bytes).sum();
    }

    private void removeRewordings(AttemptEntity attempt, TaskId task) {
        evidence.findRewordingsBefore(attempt.attemptId().value(), task.value(), limits.maxRewordings())
                .forEach(row -> {
                    evidence.remove(row.evidence());
                    attempt.countEvidence(-freed(row));
                });
    }

    /**
     * Removes the oldest facts until the limit is met: first the facts of verdicts that changed only the text, then the
     * facts of other verdicts, but never the facts of a task's last verdict.
     */
    private void makeRoom(AttemptEntity attempt) {
        while (attempt.evidenceBytes() > limits.maxSizePerAttempt().toBytes()) {
            var oldest = oldest(attempt, false).or(() -> oldest(attempt, true));
            if (oldest.isEmpty()) {
                return;
            }
            evidence.removeFacts(oldest.get().evidence());
            attempt.countEvidence(-freed(oldest.get()));
        }
    }

    private Optional<FactReferences> oldest(AttemptEntity attempt, boolean turn) {
        return evidence.findSuperseded(attempt.attemptId().value(), turn, Limit.of(1)).stream()
                .findFirst();
    }

    private long freed(FactReferences row) {
        return row.bytes() + facts.release(row.attempt(), row.digests());
    }
}

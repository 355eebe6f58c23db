package dev.slipway.attempt.persistence;

import dev.slipway.check.Evaluation;
import dev.slipway.check.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a verdict and the facts that it rests on. Added, never changed. */
@Entity
@Table(name = "evidence")
public class EvidenceEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "attempt_id")
    private UUID attemptId;

    @Column(name = "task_id")
    private String taskId;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private String verdict;
    private String facts;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected EvidenceEntity() {}

    public EvidenceEntity(Evaluation evaluated) {
        this.attemptId = evaluated.attempt().value();
        this.taskId = evaluated.task().value();
        this.decidedAt = evaluated.at();
        this.verdict = VerdictJson.write(evaluated.verdict());
        this.facts = evaluated.facts();
    }

    /** Known once it is stored. */
    public long id() {
        return Objects.requireNonNull(id);
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public Verdict verdict() {
        return VerdictJson.read(verdict);
    }

    public String facts() {
        return facts;
    }
}

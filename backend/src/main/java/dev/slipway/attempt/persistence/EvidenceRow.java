package dev.slipway.attempt.persistence;

import dev.slipway.check.TaskEvaluated;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a verdict and the facts that it rests on. Added, never changed. */
@Entity
@Table(name = "evidence")
public class EvidenceRow {
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
    protected EvidenceRow() {}

    public EvidenceRow(TaskEvaluated evaluated) {
        this.attemptId = evaluated.attempt().value();
        this.taskId = evaluated.task().value();
        this.decidedAt = evaluated.at();
        this.verdict = VerdictJson.write(evaluated.verdict());
        this.facts = evaluated.facts();
    }

    public String verdict() {
        return verdict;
    }

    public String facts() {
        return facts;
    }
}

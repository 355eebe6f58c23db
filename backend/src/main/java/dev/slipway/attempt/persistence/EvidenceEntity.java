package dev.slipway.attempt.persistence;

import dev.slipway.check.Evaluation;
import dev.slipway.check.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Change of a verdict, with references to its facts. After the row is stored, only the references and their state
 * change: the references are removed when the facts are too old or exceed the size limit.
 */
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

    /**
     * Inline facts of a verdict that an earlier version of the platform stored, when each row contained its own facts.
     */
    private @Nullable String facts;

    @Column(name = "fact_names")
    private @Nullable String factNames;

    private long bytes;
    private boolean turn;

    @Column(name = "facts_state")
    @Enumerated(EnumType.STRING)
    private FactsState factsState;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected EvidenceEntity() {}

    /**
     * Creates the row of a task's new verdict.
     *
     * @param names the facts on which the verdict is based
     * @param turn whether the outcome differs from the previous one
     */
    public EvidenceEntity(Evaluation evaluated, FactNames names, boolean turn) {
        this.attemptId = evaluated.attempt().value();
        this.taskId = evaluated.task().value();
        this.decidedAt = evaluated.at();
        this.verdict = VerdictJson.write(evaluated.verdict());
        this.factNames = names.write();
        this.bytes = factNames.getBytes(StandardCharsets.UTF_8).length;
        this.turn = turn;
        this.factsState = FactsState.STANDING;
    }

    /** Returns the id, which the database assigns when the row is stored. */
    public long id() {
        return Objects.requireNonNull(id);
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public Verdict verdict() {
        return VerdictJson.read(verdict);
    }

    /** Returns whether the task's outcome changed, or this was its first verdict. */
    public boolean isTurn() {
        return turn;
    }

    public FactsState factsState() {
        return factsState;
    }

    /** Returns the size of the row itself in bytes, without the facts that the row refers to. */
    public long bytes() {
        return bytes;
    }

    /** Returns the inline facts as canonical JSON; empty if the row has none. */
    public Optional<String> inlineFacts() {
        return Optional.ofNullable(facts);
    }

    /** Returns the references to the facts; empty if the facts are inline or have been removed. */
    public Optional<FactNames> factNames() {
        return Optional.ofNullable(factNames).map(FactNames::read);
    }
}

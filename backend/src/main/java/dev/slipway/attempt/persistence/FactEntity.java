package dev.slipway.attempt.persistence;

import dev.slipway.check.FactBody;
import dev.slipway.shared.AttemptId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fact of an attempt, stored once for all verdicts that refer to it. Only the number of verdicts that use the fact
 * changes.
 */
@Entity
@Table(name = "fact")
public class FactEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "attempt_id")
    private UUID attemptId;

    private String digest;
    private String body;
    private int bytes;

    @SuppressWarnings("UnusedVariable") // read by queries
    private int uses;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected FactEntity() {}

    /** Creates a fact with one use. */
    public FactEntity(AttemptId attempt, FactBody fact) {
        this.attemptId = attempt.value();
        this.digest = fact.digest();
        this.body = fact.json();
        this.bytes = fact.bytes();
        this.uses = 1;
    }

    public String digest() {
        return digest;
    }

    public FactBody toBody() {
        return new FactBody(body, bytes, digest);
    }
}

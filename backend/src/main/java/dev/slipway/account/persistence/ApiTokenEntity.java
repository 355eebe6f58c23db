package dev.slipway.account.persistence;

import dev.slipway.account.ApiToken;
import dev.slipway.account.ApiTokenId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_token}. The secret itself is not stored. */
@Entity
@Table(name = "api_token")
class ApiTokenEntity {
    /**
     * Minimum time between two updates of {@code lastUsedAt}, so that not each request of a script writes to the
     * database.
     */
    private static final Duration USE_PRECISION = Duration.ofMinutes(1);

    @Id
    private UUID id;

    private UUID accountId;
    private String name;

    @Column(length = 64)
    private String secretHash;

    private Instant createdAt;
    private @Nullable Instant lastUsedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ApiTokenEntity() {}

    ApiTokenEntity(UUID id, UUID accountId, String name, String secretHash, Instant createdAt) {
        this.id = id;
        this.accountId = accountId;
        this.name = name;
        this.secretHash = secretHash;
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    boolean useIsNewsAt(Instant now) {
        return lastUsedAt == null || lastUsedAt.plus(USE_PRECISION).isBefore(now);
    }

    ApiToken toToken() {
        return new ApiToken(new ApiTokenId(id), name, createdAt, Optional.ofNullable(lastUsedAt));
    }
}

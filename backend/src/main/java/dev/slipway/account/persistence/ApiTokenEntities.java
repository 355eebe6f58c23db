package dev.slipway.account.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApiTokenEntities extends Repository<ApiTokenEntity, UUID> {
    ApiTokenEntity save(ApiTokenEntity row);

    Optional<ApiTokenEntity> findBySecretHash(String secretHash);

    List<ApiTokenEntity> findByAccountIdOrderByCreatedAtDesc(UUID accountId);

    boolean existsByIdAndAccountId(UUID id, UUID accountId);

    @Modifying
    @Query("delete from ApiTokenEntity t where t.accountId = :accountId")
    int deleteByAccountId(UUID accountId);

    long deleteByIdAndAccountId(UUID id, UUID accountId);

    /** Leaves the version unchanged, because concurrent requests must not collide. */
    @Modifying
    @Query("update ApiTokenEntity t set t.lastUsedAt = :at where t.id = :id")
    void used(UUID id, Instant at);
}

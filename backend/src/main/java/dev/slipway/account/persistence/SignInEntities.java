package dev.slipway.account.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SignInEntities extends Repository<SignInEntity, UUID> {
    SignInEntity save(SignInEntity row);

    Optional<SignInEntity> findById(UUID id);

    Optional<SignInEntity> findBySecretHash(String secretHash);

    List<SignInEntity> findByAccountIdOrderByLastUsedAtDesc(UUID accountId);

    boolean existsByIdAndAccountId(UUID id, UUID accountId);

    /** Deletes the row with a query, so that concurrent requests do not collide; returns the number of deleted rows. */
    @Modifying
    @Query("delete from SignInEntity s where s.id = :id and s.accountId = :accountId")
    int deleteByIdAndAccountId(UUID id, UUID accountId);

    @Modifying
    @Query("delete from SignInEntity s where s.accountId = :accountId")
    int deleteByAccountId(UUID accountId);

    @Modifying
    @Query("update SignInEntity s set s.lastUsedAt = :at, s.address = :address where s.id = :id")
    void used(UUID id, String address, Instant at);

    /** Removes sign-ins that can no longer be resumed and that no browser uses. */
    @Modifying
    @Query("delete from SignInEntity s where s.rememberedUntil < :now and s.lastUsedAt < :unusedSince")
    int deleteUnusedSince(Instant now, Instant unusedSince);
}

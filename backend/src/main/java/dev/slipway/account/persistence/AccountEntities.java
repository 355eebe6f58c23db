package dev.slipway.account.persistence;

import dev.slipway.account.Role;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountEntities extends Repository<AccountEntity, UUID> {
    AccountEntity saveAndFlush(AccountEntity row);

    Optional<AccountEntity> findById(UUID id);

    Optional<AccountEntity> findByEmail(String email);

    boolean existsByEmail(String email);

    List<AccountEntity> findByIdIn(Collection<UUID> ids);

    @Query("select a from AccountEntity a order by a.email")
    Slice<AccountEntity> findPage(Pageable page);

    /** Locks the rows, so that two administrators cannot remove each other's role at the same time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<AccountEntity> findByRoleAndEnabledTrue(Role role);

    long count();

    /** Leaves the version unchanged, because concurrent sign-ins must not collide. */
    @Modifying
    @Query("update AccountEntity a set a.lastSignedInAt = :at where a.id = :id")
    void signedIn(UUID id, Instant at);
}

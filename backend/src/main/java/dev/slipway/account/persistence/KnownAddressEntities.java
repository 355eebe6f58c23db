package dev.slipway.account.persistence;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface KnownAddressEntities extends Repository<KnownAddressEntity, UUID> {
    KnownAddressEntity save(KnownAddressEntity row);

    boolean existsById(UUID id);

    @Modifying
    @Query("delete from KnownAddressEntity k where k.lastSignedInAt < :before")
    int deleteUnusedSince(Instant before);
}

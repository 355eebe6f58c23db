package dev.slipway.attempt.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Stored facts. */
public interface FactEntities extends JpaRepository<FactEntity, Long> {

    @Query("select f.digest from FactEntity f where f.attemptId = :attempt and f.digest in :digests")
    Set<String> findDigests(UUID attempt, Collection<String> digests);

    @Query("select f from FactEntity f where f.attemptId = :attempt and f.digest in :digests")
    List<FactEntity> find(UUID attempt, Collection<String> digests);

    @Modifying
    @Query("update FactEntity f set f.uses = f.uses + :more where f.attemptId = :attempt and f.digest in :digests")
    void addUses(UUID attempt, Collection<String> digests, int more);

    @Query("select coalesce(sum(f.bytes), 0) from FactEntity f"
            + " where f.attemptId = :attempt and f.digest in :digests and f.uses = 0")
    long sumUnused(UUID attempt, Collection<String> digests);

    @Modifying
    @Query("delete from FactEntity f where f.attemptId = :attempt and f.digest in :digests and f.uses = 0")
    void deleteUnused(UUID attempt, Collection<String> digests);

    @Modifying
    @Query("delete from FactEntity f where f.attemptId = :attempt")
    void deleteAll(UUID attempt);

    /**
     * Subtracts one use from each of these facts, deletes the facts without uses, and returns the number of freed
     * bytes.
     */
    default long release(UUID attempt, Collection<String> digests) {
        if (digests.isEmpty()) {
            return 0;
        }
        addUses(attempt, digests, -1);
        var freed = sumUnused(attempt, digests);
        if (freed > 0) {
            deleteUnused(attempt, digests);
        }
        return freed;
    }
}

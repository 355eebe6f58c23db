package dev.slipway.attempt.persistence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Stored attempts. */
public interface AttemptRows extends JpaRepository<AttemptEntity, UUID> {

    Optional<AttemptEntity> findByOpenKey(String openKey);

    @Query("select a from AttemptEntity a where a.learnerId = :learner order by a.startedAt desc")
    List<AttemptEntity> findByLearner(UUID learner);

    @Query("select a from AttemptEntity a where a.endedAt is null order by a.startedAt")
    List<AttemptEntity> findOpen();
}

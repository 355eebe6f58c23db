package dev.slipway.attempt.persistence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Stored evidence. */
public interface EvidenceRows extends JpaRepository<EvidenceEntity, Long> {

    @Query("select e from EvidenceEntity e where e.attemptId = :attempt order by e.id")
    List<EvidenceEntity> findByAttempt(UUID attempt);

    @Query("select e from EvidenceEntity e where e.attemptId = :attempt and e.taskId = :task order by e.id desc")
    List<EvidenceEntity> findLatest(UUID attempt, String task, Limit limit);

    /** What a task's standing verdict rests on. */
    default Optional<EvidenceEntity> findLatest(UUID attempt, String task) {
        return findLatest(attempt, task, Limit.of(1)).stream().findFirst();
    }
}

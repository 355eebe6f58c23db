package dev.slipway.attempt.persistence;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Stored evidence. */
public interface EvidenceRows extends JpaRepository<EvidenceRow, Long> {

    @Query("select e from EvidenceRow e where e.attemptId = :attempt order by e.id")
    List<EvidenceRow> findByAttempt(UUID attempt);
}

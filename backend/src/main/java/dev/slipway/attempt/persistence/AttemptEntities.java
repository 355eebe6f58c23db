package dev.slipway.attempt.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Stored attempts. */
public interface AttemptEntities extends JpaRepository<AttemptEntity, UUID> {

    String LINE = "select new dev.slipway.attempt.persistence.AttemptLine(a.id, a.learnerId, a.labId, a.labTitle,"
            + " a.labVersion, a.labDigest, a.startedAt, a.endedAt, a.score, a.maxScore, a.passed, a.sandboxId)"
            + " from AttemptEntity a";

    Optional<AttemptEntity> findByOpenKey(String openKey);

    /** Finds a learner's attempts, with the columns that a list shows, newest first. */
    @Query(LINE + " where a.learnerId = :learner order by a.startedAt desc, a.id desc")
    Slice<AttemptLine> findLines(UUID learner, Pageable page);

    /** Finds a learner's open attempt and best ended attempt at each lab. */
    @Query(LINE + " where a.id in (select ranked.id from (select b.id as id, row_number() over ("
            + "partition by b.labId, case when b.endedAt is null then 0 else 1 end"
            + " order by b.passed desc, b.score desc, b.startedAt desc, b.id desc) as place"
            + " from AttemptEntity b where b.learnerId = :learner) ranked where ranked.place = 1)")
    List<AttemptLine> findStandings(UUID learner);

    @Query("select new dev.slipway.attempt.persistence.TaskLine(a.id, t.passed)"
            + " from AttemptEntity a join a.tasks t where a.id in :attempts")
    List<TaskLine> findTasks(Collection<UUID> attempts);

    @Query("select new dev.slipway.attempt.persistence.QuestionLine(a.id, q.tries, q.answers)"
            + " from AttemptEntity a join a.questions q where a.id in :attempts")
    List<QuestionLine> findQuestions(Collection<UUID> attempts);

    @Query("select new dev.slipway.attempt.persistence.AttemptLab(a.id, a.labId)"
            + " from AttemptEntity a where a.id in :attempts")
    List<AttemptLab> findLabs(Collection<UUID> attempts);

    @Query("select a.labId from AttemptEntity a where a.learnerId = :learner and a.endedAt is null")
    List<String> findOpenLabs(UUID learner);

    @Query("select a from AttemptEntity a where a.endedAt is null order by a.startedAt")
    List<AttemptEntity> findOpen();

    /** Finds attempts that ended before this time and still have facts. */
    @Query("select a.id from AttemptEntity a where a.endedAt < :before and a.evidenceBytes > 0")
    List<UUID> findEndedWithFacts(Instant before, Limit limit);

    @Modifying
    @Query("update AttemptEntity a set a.evidenceBytes = 0 where a.id = :id")
    void hasNoFacts(UUID id);
}

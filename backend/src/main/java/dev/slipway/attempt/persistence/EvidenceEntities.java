package dev.slipway.attempt.persistence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Stored evidence. */
public interface EvidenceEntities extends JpaRepository<EvidenceEntity, Long> {

    @Query("select e from EvidenceEntity e where e.attemptId = :attempt order by e.id")
    List<EvidenceEntity> findByAttempt(UUID attempt);

    /** Finds the row of a task's last verdict, with its facts. */
    @Query("select e from EvidenceEntity e"
            + " where e.attemptId = :attempt and e.taskId = :task and e.factsState = FactsState.STANDING")
    Optional<EvidenceEntity> findStanding(UUID attempt, String task);

    /** Marks the task's last verdict as superseded by a new one. */
    @Modifying
    @Query("update EvidenceEntity e set e.factsState = FactsState.SUPERSEDED"
            + " where e.attemptId = :attempt and e.taskId = :task and e.factsState = FactsState.STANDING")
    void supersede(UUID attempt, String task);

    /**
     * Finds up to 100 rows of verdicts that changed only the text, newest first, after the {@code newest} newest of
     * them.
     */
    @Query("select new dev.slipway.attempt.persistence.FactReferences(e.id, e.attemptId, e.factNames, e.bytes)"
            + " from EvidenceEntity e where e.attemptId = :attempt and e.taskId = :task and e.turn = false"
            + " order by e.id desc limit 100 offset :newest")
    List<FactReferences> findRewordingsBefore(UUID attempt, String task, int newest);

    @Query("select new dev.slipway.attempt.persistence.FactReferences(e.id, e.attemptId, e.factNames, e.bytes)"
            + " from EvidenceEntity e where e.attemptId = :attempt and e.turn = :turn"
            + " and e.factsState = FactsState.SUPERSEDED order by e.id")
    List<FactReferences> findSuperseded(UUID attempt, boolean turn, Limit limit);

    @Modifying
    @Query(
            "update EvidenceEntity e set e.facts = null, e.factNames = null, e.bytes = 0, e.factsState = FactsState.NO_ROOM"
                    + " where e.id = :id")
    void removeFacts(long id);

    @Modifying
    @Query("delete from EvidenceEntity e where e.id = :id")
    void remove(long id);

    /** Removes the facts of all verdicts of an attempt. */
    @Modifying
    @Query(
            "update EvidenceEntity e set e.facts = null, e.factNames = null, e.bytes = 0, e.factsState = FactsState.TOO_OLD"
                    + " where e.attemptId = :attempt and e.factsState in (FactsState.STANDING, FactsState.SUPERSEDED)")
    void removeAllFacts(UUID attempt);
}

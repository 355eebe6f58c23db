package dev.slipway.sandbox.persistence;

import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.shared.NodeName;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Stored sandboxes. */
public interface SandboxEntities extends JpaRepository<SandboxEntity, String> {

    /** Finds a sandbox and locks its row until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from SandboxEntity s where s.id = :id")
    Optional<SandboxEntity> findLocked(String id);

    /** Returns whether a sandbox is in one of these states, without loading its plan. */
    @Query("select count(s) > 0 from SandboxEntity s where s.id = :id and s.state in :phases")
    boolean isIn(String id, Collection<Phase> phases);

    /** Finds the nodes of a usable sandbox whose reset is in progress, without loading its plan. */
    default List<NodeName> findNodesInReset(String id) {
        return findBrokenNodes(id, Phase.USABLE)
                .map(NodeNotes::fromJson)
                .map(NodeNotes::inReset)
                .orElse(List.of());
    }

    /**
     * Finds the stored notes on broken nodes, as JSON; empty if there are none, or if the sandbox is in none of these
     * states.
     */
    @Query("select s.brokenNodes from SandboxEntity s"
            + " where s.id = :id and s.state in :phases and s.brokenNodes is not null")
    Optional<String> findBrokenNodes(String id, Collection<Phase> phases);

    @Query("select s from SandboxEntity s where s.openAttemptId = :attempt")
    Optional<SandboxEntity> findOpenByAttempt(UUID attempt);

    @Query("select s from SandboxEntity s where s.attemptId = :attempt"
            + " order by case when s.openAttemptId is null then 1 else 0 end, s.requestedAt desc limit 1")
    Optional<SandboxEntity> findLatestByAttempt(UUID attempt);

    @Query("select s from SandboxEntity s where s.attemptId = :attempt order by s.requestedAt, s.id")
    List<SandboxEntity> findByAttempt(UUID attempt);

    @Query("select s from SandboxEntity s where s.state in :phases order by s.requestedAt, s.id")
    List<SandboxEntity> findByPhases(Collection<Phase> phases);

    @Query("select s from SandboxEntity s where s.state in :phases order by s.requestedAt, s.id")
    Slice<SandboxEntity> findByPhases(Collection<Phase> phases, Pageable page);

    /** Finds the columns of these sandboxes that a list shows. */
    @Query("select new dev.slipway.sandbox.persistence.SandboxLine("
            + "s.id, s.state, s.stage, s.endReason, s.failure, s.requestedAt, s.leaseEnds)"
            + " from SandboxEntity s where s.id in :ids")
    List<SandboxLine> findLines(Collection<String> ids);

    @Query("select count(s) from SandboxEntity s where s.state in :phases")
    int countByPhases(Collection<Phase> phases);

    @Query("select count(s) from SandboxEntity s where s.ownerId = :owner and s.openAttemptId is not null")
    int countOpenByOwner(UUID owner);

    @Query(
            "select count(s) from SandboxEntity s where s.state = dev.slipway.sandbox.persistence.SandboxEntity.Phase.REQUESTED"
                    + " and s.requestedAt < :before")
    int countQueuedBefore(Instant before);

    /** Finds the places in the queue of these sandboxes. Sandboxes that do not wait are omitted. */
    @Query("select new dev.slipway.sandbox.persistence.QueuePlace(s.id, (select count(q) from SandboxEntity q"
            + " where q.state = dev.slipway.sandbox.persistence.SandboxEntity.Phase.REQUESTED"
            + " and q.requestedAt < s.requestedAt)) from SandboxEntity s where s.id in :ids"
            + " and s.state = dev.slipway.sandbox.persistence.SandboxEntity.Phase.REQUESTED")
    List<QueuePlace> findPlaces(Collection<String> ids);

    @Query("select s from SandboxEntity s where s.state in :phases and s.leaseEnds >= :from and s.leaseEnds < :to")
    List<SandboxEntity> findByLeaseEnd(Collection<Phase> phases, Instant from, Instant to);
}

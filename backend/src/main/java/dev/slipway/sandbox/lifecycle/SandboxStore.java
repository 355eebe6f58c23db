package dev.slipway.sandbox.lifecycle;

import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.persistence.SandboxPlan;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.Retried;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.Turns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads and changes stored sandboxes, each change in a transaction of its own, announced once it is committed. */
@Component
final class SandboxStore {
    private final SandboxEntities rows;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Turns turns = new Turns();

    SandboxStore(SandboxEntities rows, TransactionOperations transactions, ApplicationEventPublisher events) {
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
    }

    Optional<Sandbox> find(SandboxId id) {
        return rows.findById(id.value()).map(this::toSandbox);
    }

    boolean isIn(SandboxId id, Phase... phases) {
        return rows.findById(id.value())
                .filter(row -> Set.of(phases).contains(row.phase()))
                .isPresent();
    }

    boolean isInReset(SandboxId id, NodeName node) {
        return nodesInReset(id).contains(node);
    }

    /** The nodes whose reset has begun and has neither succeeded nor failed. */
    List<NodeName> nodesInReset(SandboxId id) {
        return rows.findById(id.value())
                .filter(row -> row.toSandbox(0).state().isUsable())
                .map(SandboxEntity::nodesInReset)
                .orElse(List.of());
    }

    Optional<SandboxPlan> plan(SandboxId id) {
        return rows.findById(id.value()).map(SandboxEntity::plan);
    }

    List<Sandbox> in(Phase... phases) {
        return rows.findByPhases(Set.of(phases)).stream().map(this::toSandbox).toList();
    }

    /**
     * Changes a sandbox and tells the world.
     *
     * @return the changed sandbox, or nothing if the change does not apply to its state
     */
    Optional<Sandbox> change(SandboxId id, Predicate<SandboxEntity> change) {
        var changed = turns.take(id, () -> inTransaction(id, change));
        changed.ifPresent(done -> {
            events.publishEvent(new SandboxChanged(done.sandbox()));
            if (done.movedTheQueue()) {
                events.publishEvent(new QueueMoved());
            }
        });
        return changed.map(Changed::sandbox);
    }

    /** Changes what nobody else sees of a sandbox; says whether the change applied. */
    boolean note(SandboxId id, Predicate<SandboxEntity> change) {
        return turns.take(id, () -> inTransaction(id, change)).isPresent();
    }

    private record Changed(Sandbox sandbox, Phase before, Phase after) {
        boolean movedTheQueue() {
            return (before.takesAPlace() && !after.takesAPlace()) || (before == Phase.REQUESTED && after != before);
        }
    }

    Sandbox toSandbox(SandboxEntity row) {
        var position = row.phase() == Phase.REQUESTED ? rows.countQueuedBefore(row.requestedAt()) + 1 : 0;
        return row.toSandbox(position);
    }

    private Optional<Changed> inTransaction(SandboxId id, Predicate<SandboxEntity> change) {
        var changed = Retried.onCollision(() ->
                transactions.execute(status -> rows.findById(id.value()).flatMap(row -> changed(row, change))));
        return changed == null ? Optional.empty() : changed;
    }

    private Optional<Changed> changed(SandboxEntity row, Predicate<SandboxEntity> change) {
        var before = row.phase();
        if (!change.test(row)) {
            return Optional.empty();
        }
        var saved = rows.saveAndFlush(row);
        return Optional.of(new Changed(toSandbox(saved), before, saved.phase()));
    }
}

package dev.slipway.sandbox.lifecycle;

import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.persistence.SandboxPlan;
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
        changed.ifPresent(sandbox -> events.publishEvent(new SandboxChanged(sandbox)));
        return changed;
    }

    /** Changes what nobody else sees of a sandbox; says whether the change applied. */
    boolean note(SandboxId id, Predicate<SandboxEntity> change) {
        return turns.take(id, () -> inTransaction(id, change)).isPresent();
    }

    Sandbox toSandbox(SandboxEntity row) {
        var position = row.phase() == Phase.REQUESTED ? rows.countQueuedBefore(row.requestedAt()) + 1 : 0;
        return row.toSandbox(position);
    }

    private Optional<Sandbox> inTransaction(SandboxId id, Predicate<SandboxEntity> change) {
        var changed = Retried.onCollision(() -> transactions.execute(status ->
                rows.findById(id.value()).filter(change).map(rows::saveAndFlush).map(this::toSandbox)));
        return changed == null ? Optional.empty() : changed;
    }
}

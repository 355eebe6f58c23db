package dev.slipway.sandbox.persistence;

import dev.slipway.platform.KeyedLocks;
import dev.slipway.platform.Retried;
import dev.slipway.sandbox.NodeReplaced;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxSummary;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads and changes stored sandboxes. {@link #change} publishes the change in the same transaction, {@link #note} does
 * not.
 */
@Component
public final class SandboxStore {
    private final SandboxEntities rows;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final KeyedLocks turns = new KeyedLocks();

    SandboxStore(SandboxEntities rows, TransactionOperations transactions, ApplicationEventPublisher events) {
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
    }

    public Optional<Sandbox> find(SandboxId id) {
        return rows.findById(id.value()).map(this::toSandbox);
    }

    public boolean isIn(SandboxId id, Phase... phases) {
        return rows.isIn(id.value(), Set.of(phases));
    }

    public boolean isInReset(SandboxId id, NodeName node) {
        return nodesInReset(id).contains(node);
    }

    /** Returns the nodes whose reset has begun and has neither succeeded nor failed. */
    public List<NodeName> nodesInReset(SandboxId id) {
        return rows.findNodesInReset(id.value());
    }

    public Optional<SandboxPlan> plan(SandboxId id) {
        return rows.findById(id.value()).map(SandboxEntity::plan);
    }

    public List<Sandbox> in(Phase... phases) {
        return toSandboxes(rows.findByPhases(Set.of(phases)));
    }

    /**
     * Changes a sandbox and publishes the change.
     *
     * @return the changed sandbox; empty if the change does not apply to its state
     */
    public Optional<Sandbox> change(SandboxId id, Predicate<SandboxEntity> change) {
        return turns.take(id, () -> inTransaction(id, change, this::announce));
    }

    /** Changes internal fields of a sandbox without publishing the change; returns whether the change applied. */
    public boolean note(SandboxId id, Predicate<SandboxEntity> change) {
        return turns.take(id, () -> inTransaction(id, change, (_, _) -> {})).isPresent();
    }

    /**
     * Publishes a {@link dev.slipway.sandbox.SandboxChanged} without changing a stored value: the place of the sandbox
     * in the queue has changed, or its lease is about to end.
     */
    public void announce(SandboxId id) {
        transactions.executeWithoutResult(
                status -> rows.findById(id.value()).ifPresent(row -> events.publishEvent(row.changed())));
    }

    /** Publishes that a node has been recreated. */
    public void announceReplaced(SandboxId id, NodeName node) {
        transactions.executeWithoutResult(status -> events.publishEvent(new NodeReplaced(id, node)));
    }

    public Sandbox toSandbox(SandboxEntity row) {
        var position = row.phase() == Phase.REQUESTED ? rows.countQueuedBefore(row.requestedAt()) + 1 : 0;
        return row.toSandbox(position);
    }

    /** Does the same as {@link #toSandbox} for each row, with one query for the places of all waiting sandboxes. */
    public List<Sandbox> toSandboxes(List<SandboxEntity> some) {
        var positions = positions(some.stream()
                .filter(row -> row.phase() == Phase.REQUESTED)
                .map(row -> row.sandboxId().value())
                .toList());
        return some.stream()
                .map(row -> row.toSandbox(positions.getOrDefault(row.sandboxId().value(), 0)))
                .toList();
    }

    public List<SandboxSummary> summaries(Collection<SandboxId> ids) {
        var lines = rows.findLines(ids.stream().map(SandboxId::value).toList());
        var positions = positions(lines.stream()
                .filter(line -> line.phase() == Phase.REQUESTED)
                .map(SandboxLine::id)
                .toList());
        return lines.stream()
                .map(line -> line.toSummary(positions.getOrDefault(line.id(), 0)))
                .toList();
    }

    private Map<String, Integer> positions(List<String> waiting) {
        return waiting.isEmpty()
                ? Map.of()
                : rows.findPlaces(waiting).stream()
                        .collect(Collectors.toMap(QueuePlace::id, place -> (int) place.before() + 1));
    }

    private Optional<Sandbox> inTransaction(
            SandboxId id, Predicate<SandboxEntity> change, BiConsumer<Phase, SandboxEntity> announcement) {
        // The caller may have begun a transaction, which lasts longer than the lock of this class, so the row is locked
        // too.
        var changed = Retried.onCollision(() -> transactions.execute(
                status -> rows.findLocked(id.value()).flatMap(row -> changed(row, change, announcement))));
        return changed == null ? Optional.empty() : changed;
    }

    private Optional<Sandbox> changed(
            SandboxEntity row, Predicate<SandboxEntity> change, BiConsumer<Phase, SandboxEntity> announcement) {
        var before = row.phase();
        if (!change.test(row)) {
            return Optional.empty();
        }
        var saved = rows.saveAndFlush(row);
        announcement.accept(before, saved);
        return Optional.of(toSandbox(saved));
    }

    private void announce(Phase before, SandboxEntity saved) {
        events.publishEvent(saved.changed());
        var after = saved.phase();
        if ((before.takesAPlace() && !after.takesAPlace()) || (before == Phase.REQUESTED && after != before)) {
            events.publishEvent(new QueueMoved());
        }
    }
}

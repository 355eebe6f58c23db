package dev.slipway.sandbox.upkeep;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.EngineObject;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.lifecycle.Leftovers;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.provision.EngineNames;
import dev.slipway.sandbox.provision.Remover;
import dev.slipway.shared.SandboxId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes engine objects that have our labels but belong to no open sandbox. The sweeper removes the objects of a
 * sandbox only if two consecutive sweeps have found an object of this sandbox that is too old to belong to a sandbox
 * that is being provisioned. Objects without our labels are ignored. Each orphan is removed on its own thread, so that
 * an orphan that cannot be removed does not delay the others. Locking: this object's monitor admits one sweep at a time
 * and guards {@code seenBefore}; {@code underWay} is a concurrent set of the orphans that are being removed.
 */
@Component
final class OrphanSweeper {
    private static final Logger log = LoggerFactory.getLogger(OrphanSweeper.class);

    private final ContainerEngine engine;
    private final EngineNames names;
    private final SandboxEntities rows;
    private final Remover remover;
    private final SandboxProperties properties;
    private final Leftovers leftovers;
    private final Clock clock;
    private final Set<SandboxId> underWay = ConcurrentHashMap.newKeySet();

    @GuardedBy("this")
    private Set<SandboxId> seenBefore = Set.of();

    /**
     * Limits the number of concurrent removals, because removals load the disk, and learners wait for the same engine.
     */
    private final Semaphore removals = new Semaphore(8);

    OrphanSweeper(
            ContainerEngine engine,
            EngineNames names,
            SandboxEntities rows,
            Remover remover,
            SandboxProperties properties,
            Leftovers leftovers,
            Clock clock) {
        this.engine = engine;
        this.names = names;
        this.rows = rows;
        this.remover = remover;
        this.properties = properties;
        this.leftovers = leftovers;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT45S")
    synchronized void sweep() {
        try {
            var before = seenBefore;
            var orphans = orphans();
            orphans.stream()
                    .filter(before::contains)
                    .filter(leftovers::isDue)
                    .filter(underWay::add)
                    .forEach(this::remove);
            seenBefore = orphans;
            leftovers.keepOnly(Stream.concat(orphans.stream(), ending()).collect(Collectors.toSet()));
        } catch (EngineException e) {
            log.warn("engine not reachable, no orphans removed cause={}", e.getMessage());
        }
    }

    /** Returns whether no removal is in progress. */
    boolean isIdle() {
        return underWay.isEmpty();
    }

    private void remove(SandboxId sandbox) {
        Thread.ofVirtual().name("orphan-" + sandbox).start(() -> {
            try {
                removals.acquire();
                try {
                    removeNow(sandbox);
                } finally {
                    removals.release();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                underWay.remove(sandbox);
            }
        });
    }

    private void removeNow(SandboxId sandbox) {
        try {
            log.info("removing orphan sandbox={}", sandbox);
            remover.remove(sandbox);
            leftovers.removed(sandbox);
        } catch (EngineException e) {
            if (e.reason() != Reason.UNREACHABLE) {
                leftovers.failed(sandbox, e);
            }
        } catch (RuntimeException e) {
            log.error("orphan not removed sandbox={}", sandbox, e);
        }
    }

    private Set<SandboxId> orphans() {
        var before = clock.instant().minus(properties.orphanAge());
        var labelled = labelledBefore(before);
        rows.findAllById(labelled).stream()
                .filter(row -> !row.isOver())
                .map(SandboxEntity::sandboxId)
                .map(SandboxId::value)
                .forEach(labelled::remove);
        return labelled.stream().map(SandboxId::new).collect(Collectors.toSet());
    }

    private Stream<SandboxId> ending() {
        return rows.findByPhases(Set.of(Phase.ENDING)).stream().map(SandboxEntity::sandboxId);
    }

    private Set<String> labelledBefore(Instant before) {
        var ours = names.ours();
        var objects = Stream.concat(engine.networks(ours).stream(), engine.volumes(ours).stream())
                .filter(object -> object.createdAt().isBefore(before))
                .map(EngineObject::labels);
        var containers = engine.nodes(ours).stream()
                .filter(container -> container.createdAt().isBefore(before))
                .map(EngineContainer::labels);
        return Stream.<Map<String, String>>concat(objects, containers)
                .map(EngineNames::sandboxOf)
                .filter(SandboxId::isWellFormed)
                .collect(Collectors.toCollection(HashSet::new));
    }
}

package dev.slipway.sandbox.lifecycle;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineObject;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.sandbox.provision.EngineNames;
import dev.slipway.sandbox.provision.Remover;
import dev.slipway.shared.SandboxId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes engine objects that carry our labels but belong to no open sandbox, seen twice and old enough not to be in the
 * making. Objects without our labels are never looked at. Locking: runs on the scheduler alone, one sweep at a time.
 */
@Component
final class OrphanSweeper {
    private static final Logger log = LoggerFactory.getLogger(OrphanSweeper.class);

    private final ContainerEngine engine;
    private final EngineNames names;
    private final SandboxEntities rows;
    private final Remover remover;
    private final SandboxProperties properties;
    private final Clock clock;
    private Set<String> seenBefore = Set.of();

    OrphanSweeper(
            ContainerEngine engine,
            EngineNames names,
            SandboxEntities rows,
            Remover remover,
            SandboxProperties properties,
            Clock clock) {
        this.engine = engine;
        this.names = names;
        this.rows = rows;
        this.remover = remover;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT45S")
    synchronized void sweep() {
        try {
            var orphans = orphans();
            orphans.stream().filter(seenBefore::contains).forEach(this::remove);
            seenBefore = orphans;
        } catch (EngineException e) {
            log.warn("engine not reachable, no orphans removed cause={}", e.getMessage());
        }
    }

    private void remove(String sandbox) {
        log.info("removing orphan sandbox={}", sandbox);
        remover.remove(new SandboxId(sandbox));
    }

    private Set<String> orphans() {
        var before = clock.instant().minus(properties.orphanAge());
        var labelled = new HashSet<>(labelledBefore(before));
        rows.findAllById(labelled).stream()
                .filter(row -> !row.isOver())
                .map(SandboxEntity::sandboxId)
                .map(SandboxId::value)
                .forEach(labelled::remove);
        return labelled;
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
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }
}

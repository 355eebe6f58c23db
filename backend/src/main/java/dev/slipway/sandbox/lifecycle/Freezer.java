package dev.slipway.sandbox.lifecycle;

import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.persistence.SandboxStore;
import dev.slipway.sandbox.provision.Pauser;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Freezes idle sandboxes by pausing their nodes, and thaws them. For other components a sandbox counts as frozen from
 * before the first node is paused until after the last node runs again, so that no stream is opened into a paused node
 * (docs/decisions/0009-freezing.md). Locking: pausing and unpausing are serialized by the {@link SandboxWorkers};
 * {@code thaws} holds at most one thaw for each sandbox.
 */
@Component
public final class Freezer {
    private static final Logger log = LoggerFactory.getLogger(Freezer.class);

    /**
     * Timeout of a thaw. An unpause takes 0.03 s; on a busy machine, or if a pause must end first, a thaw takes some
     * seconds.
     */
    private static final Duration THAW_TIMEOUT = Duration.ofSeconds(20);

    private final SandboxStore store;
    private final SandboxWorkers workers;
    private final Pauser pauser;
    private final ActivityTimes activity;
    private final NodeRecreator recreator;
    private final Clock clock;
    private final Map<SandboxId, CompletableFuture<Void>> thaws = new ConcurrentHashMap<>();

    Freezer(
            SandboxStore store,
            SandboxWorkers workers,
            Pauser pauser,
            ActivityTimes activity,
            NodeRecreator recreator,
            Clock clock) {
        this.store = store;
        this.workers = workers;
        this.pauser = pauser;
        this.activity = activity;
        this.recreator = recreator;
        this.clock = clock;
    }

    /** Records activity; if the sandbox is frozen, thaws it in the background. */
    public void active(SandboxId id) {
        if (!isAwake(id)) {
            var _ = thaw(id);
        }
    }

    /** Does the same as {@link #active}, but returns only when the nodes run again. */
    public void awaken(SandboxId id) {
        if (isAwake(id)) {
            return;
        }
        try {
            thaw(id).get(THAW_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("sandbox does not thaw sandbox={}", id, e);
        }
        if (!activity.isAwake(id)) {
            throw new UserFacingException(SandboxError.SANDBOX_NOT_READY);
        }
    }

    private boolean isAwake(SandboxId id) {
        return switch (activity.beat(id)) {
            case AWAKE -> true;
            case ASLEEP -> false;
            case UNKNOWN -> {
                var frozen = store.isIn(id, Phase.FROZEN, Phase.THAWING);
                if (!frozen) {
                    activity.foundAwake(id);
                }
                yield !frozen;
            }
        };
    }

    /** Freezes a sandbox in the background, unless there is new activity. */
    public void freeze(SandboxId id) {
        workers.start(id, () -> freezeNow(id));
    }

    private void freezeNow(SandboxId id) {
        // From here on each activity requests a thaw, which waits until the freeze is done.
        activity.fallAsleep(id);
        var last = activity.last(id);
        if (store.change(id, row -> row.freeze(last, clock.instant())).isPresent()) {
            log.info("freezing idle sandbox sandbox={}", id);
            pauseNow(id);
        } else {
            activity.wakeUp(id);
        }
    }

    private void pauseNow(SandboxId id) {
        try {
            store.plan(id).ifPresent(plan -> workers.onEngine(id, () -> pauser.pause(id, plan)));
        } catch (EngineException e) {
            log.warn("sandbox cannot be paused and keeps running sandbox={} cause={}", id, e.getMessage());
            thawNow(id);
        }
    }

    /** Thaws a frozen sandbox. The future completes after the attempt to thaw, whether the attempt succeeded or not. */
    private CompletableFuture<Void> thaw(SandboxId id) {
        return thaws.computeIfAbsent(id, this::startThaw);
    }

    private CompletableFuture<Void> startThaw(SandboxId id) {
        var done = new CompletableFuture<Void>();
        workers.start(id, () -> {
            try {
                thawNow(id);
            } finally {
                thaws.remove(id);
                done.complete(null);
            }
        });
        return done;
    }

    private void thawNow(SandboxId id) {
        if (store.note(id, SandboxEntity::beginThaw)) {
            try {
                unpause(id);
            } catch (EngineException e) {
                // The sandbox stays frozen; the reconciler and the next activity try again.
                log.warn("sandbox not yet thawed sandbox={} cause={}", id, e.getMessage());
                return;
            }
            store.change(id, row -> row.thaw(clock.instant()));
            log.info("thawed sandbox sandbox={}", id);
        }
        activity.wakeUp(id);
    }

    /** Unpauses all nodes. After that, recreates the nodes that cannot resume because they have stopped. */
    private void unpause(SandboxId id) {
        store.plan(id).ifPresent(plan -> {
            var stopped = new HashSet<NodeName>();
            workers.onEngine(id, () -> stopped.addAll(pauser.unpause(id, plan)));
            store.find(id)
                    .ifPresent(
                            sandbox -> stopped.removeAll(sandbox.brokenNodes().keySet()));
            stopped.forEach(node -> recreator.recreate(id, node));
        });
    }

    /**
     * Completes a freeze or a thaw that was interrupted. If another program has paused or unpaused nodes, unpauses or
     * pauses them again so that they match the stored state.
     */
    public void repair(SandboxId id) {
        workers.start(id, () -> {
            if (store.isIn(id, Phase.FROZEN)) {
                activity.fallAsleep(id);
                pauseNow(id);
            } else if (store.isIn(id, Phase.READY)) {
                unpause(id);
            } else {
                thawNow(id);
            }
        });
    }
}

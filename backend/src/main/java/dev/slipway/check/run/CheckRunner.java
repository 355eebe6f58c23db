package dev.slipway.check.run;

import dev.slipway.check.CheckPlan;
import dev.slipway.check.CheckProperties;
import dev.slipway.check.Checks;
import dev.slipway.check.Verdicts;
import dev.slipway.check.gather.Observer;
import dev.slipway.lab.TaskId;
import dev.slipway.platform.KeyedLocks;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.json.MemoryBudget;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Manages one watch for each attempt. Safe for use by several threads: the map is concurrent, and each watch is
 * thread-safe.
 */
@Service
final class CheckRunner implements Checks {
    private static final Logger LOG = LoggerFactory.getLogger(CheckRunner.class);
    /**
     * Number of wave timeouts that a caller waits: a wave may be running already, and the next wave may have to wait
     * before it runs.
     */
    private static final int WAVES_TO_WAIT = 3;

    private final NodeStreams streams;
    private final NodeEvents events;
    private final Sandboxes sandboxes;
    private final Verdicts verdicts;
    private final CheckProperties properties;
    private final MemoryBudget memory;
    private final Clock clock;
    private final WavePermits places;
    private final KeyedLocks turns = new KeyedLocks();
    private final Map<AttemptId, AttemptWatch> watches = new ConcurrentHashMap<>();

    CheckRunner(
            NodeStreams streams,
            NodeEvents events,
            Sandboxes sandboxes,
            Verdicts verdicts,
            CheckProperties properties,
            MemoryBudget memory,
            Clock clock) {
        this.streams = streams;
        this.events = events;
        this.sandboxes = sandboxes;
        this.verdicts = verdicts;
        this.properties = properties;
        this.memory = memory;
        this.clock = clock;
        this.places = new WavePermits(properties.concurrentWaves());
    }

    @Override
    public void watch(CheckPlan plan) {
        var observer = new Observer(streams, events, properties, memory, clock);
        var signals = new Signals(properties);
        var services = new AttemptWatch.WatchServices(observer, clock, verdicts);
        var sandbox = sandboxes.find(plan.sandbox());
        var live = sandbox.map(s -> s.state().isLive()).orElse(false);
        var watch = new AttemptWatch(plan, services, signals, places, live);
        plan.answers().forEach(watch::answer);
        var since = sandbox.map(Sandbox::requestedAt).orElseGet(clock::instant);
        observer.start(plan.sandbox(), AttemptWatch.nodes(plan), since, watch.remembers(), signals::change);
        var before = watches.put(plan.attempt(), watch);
        if (before != null) {
            before.close();
        }
        watch.start();
        // The sandbox's state may have changed since it was read above.
        sandboxChanged(plan.sandbox());
        LOG.debug("watching attempt={} sandbox={}", plan.attempt(), plan.sandbox());
    }

    @Override
    public void unwatch(AttemptId attempt) {
        var watch = watches.remove(attempt);
        if (watch != null) {
            watch.close();
            LOG.debug("no longer watching attempt={}", attempt);
        }
    }

    @Override
    public void checkNow(AttemptId attempt) {
        var watch = watches.get(attempt);
        if (watch == null) {
            return;
        }
        Duration longest = properties.waveTimeout().multipliedBy(WAVES_TO_WAIT);
        try {
            watch.checkNow().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("check took too long attempt={}", attempt);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void answer(AttemptId attempt, TaskId task, String value) {
        var watch = watches.get(attempt);
        if (watch != null) {
            watch.answer(task, value);
            checkNow(attempt);
        }
    }

    /**
     * Passes the state of a sandbox to the watches of its attempts. Reads the state while no other change of this
     * sandbox is processed, so that the later one of two concurrent changes takes effect.
     */
    void sandboxChanged(SandboxId id) {
        var concerned = watches.entrySet().stream()
                .filter(entry -> entry.getValue().sandbox().equals(id))
                .toList();
        if (concerned.isEmpty()) {
            return;
        }
        turns.take(id, () -> {
            var state = sandboxes.find(id).map(Sandbox::state);
            concerned.forEach(entry -> {
                if (state.filter(known -> !known.isOver()).isEmpty()) {
                    unwatch(entry.getKey(), entry.getValue());
                } else {
                    entry.getValue().liveIs(state.get().isLive());
                }
            });
            return id;
        });
    }

    void replaced(SandboxId sandbox, NodeName node) {
        watches.values().stream()
                .filter(watch -> watch.sandbox().equals(sandbox))
                .forEach(watch -> watch.replaced(node));
    }

    private void unwatch(AttemptId attempt, AttemptWatch watch) {
        if (watches.remove(attempt, watch)) {
            watch.close();
        }
    }

    /** Returns the number of watched attempts. */
    int watched() {
        return watches.size();
    }

    @PreDestroy
    void close() {
        watches.keySet().forEach(this::unwatch);
    }
}

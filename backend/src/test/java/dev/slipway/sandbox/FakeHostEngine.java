package dev.slipway.sandbox;

import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.fake.FakeContainerEngine;
import dev.slipway.engine.fake.FakeProcess;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A host engine in memory for tests of all modules. Every command in its containers succeeds. */
public final class FakeHostEngine extends FakeContainerEngine {
    private static final String SANDBOX = "dev.slipway.sandbox";

    private volatile boolean reachable = true;

    public FakeHostEngine() {
        this(Clock.systemUTC());
    }

    /** @param clock clock for the creation times of objects */
    public FakeHostEngine(Clock clock) {
        super(clock);
        runProcesses((_, _) -> FakeProcess.printing(""));
    }

    /** Lets each call fail, or work again. */
    public void becomeReachable(boolean now) {
        reachable = now;
        beforeEachCall(_ -> {
            if (!now) {
                throw new EngineException(Reason.UNREACHABLE, "nothing listens there");
            }
        });
    }

    public boolean isReachable() {
        return reachable;
    }

    /** Returns the names of all containers, oldest first. */
    public List<String> containers() {
        return nodes(Map.of()).stream()
                .sorted(Comparator.comparing(EngineContainer::createdAt).thenComparing(EngineContainer::name))
                .map(EngineContainer::name)
                .toList();
    }

    public boolean isRunning(String container) {
        return nodes(Map.of()).stream()
                .anyMatch(node -> node.name().equals(container) && node.status() == Status.RUNNING);
    }

    /** Returns the sandboxes that have objects here. */
    public Set<String> sandboxes() {
        var found = new TreeSet<String>();
        nodes(Map.of()).forEach(node -> found.add(node.labels().getOrDefault(SANDBOX, "?")));
        Stream.concat(networks(Map.of()).stream(), volumes(Map.of()).stream())
                .filter(object -> !object.labels().isEmpty())
                .forEach(object -> found.add(object.labels().getOrDefault(SANDBOX, "?")));
        return found;
    }

    /** Returns a line for each object. */
    public Set<String> objects() {
        return Stream.of(nodes(Map.of()), networks(Map.of()), volumes(Map.of()))
                .flatMap(List::stream)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }
}

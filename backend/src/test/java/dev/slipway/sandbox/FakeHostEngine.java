package dev.slipway.sandbox;

import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.fake.FakeContainerEngine;
import dev.slipway.engine.fake.FakeProcess;
import dev.slipway.sandbox.agent.FakeAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A host engine in memory for tests of all modules. Every command in its containers succeeds. */
public final class FakeHostEngine extends FakeContainerEngine {
    private static final String SANDBOX = "dev.slipway.sandbox";

    private final Map<String, AutoCloseable> agents = new ConcurrentHashMap<>();
    private volatile @Nullable Path agentsFolder;
    private volatile BiFunction<String, ExecSpec, FakeProcess> commands = (_, _) -> succeeding();
    private volatile boolean reachable = true;

    public FakeHostEngine() {
        this(Clock.systemUTC());
    }

    /** @param clock clock for the creation times of objects */
    public FakeHostEngine(Clock clock) {
        super(clock);
        runProcesses((_, _) -> succeeding());
    }

    /** Returns a process that reads its input, writes nothing and ends with status 0. */
    public static FakeProcess succeeding() {
        return console -> {
            console.input().readAllBytes();
            return 0;
        };
    }

    /**
     * Lets the agent of each node connect when the node boots.
     *
     * @param folder the platform's setting {@code slipway.agents.folder}
     */
    public void connectAgents(Path folder) {
        agentsFolder = folder;
    }

    /** Sets the process for each command that an agent or the engine starts in a container. */
    @Override
    public void runProcesses(BiFunction<String, ExecSpec, FakeProcess> processes) {
        commands = processes;
        super.runProcesses((container, process) -> FakeAgent.isStartedBy(process)
                ? FakeAgent.running(command -> processes.apply(container, command))
                : processes.apply(container, process));
    }

    @Override
    public void startNode(String container) {
        super.startNode(container);
        var folder = agentsFolder;
        if (folder != null) {
            agents.put(container, agentOf(container, folder.resolve(container)));
        }
    }

    private AutoCloseable agentOf(String container, Path folder) {
        try {
            return FakeAgent.connected(folder, command -> commands.apply(container, command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stopNode(String container) {
        super.stopNode(container);
        endAgent(container);
    }

    @Override
    public void removeNode(String container) {
        super.removeNode(container);
        endAgent(container);
    }

    private void endAgent(String container) {
        var agent = agents.remove(container);
        if (agent != null) {
            try {
                agent.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
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

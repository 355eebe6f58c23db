package dev.slipway.engine.fake;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.EngineInfo;
import dev.slipway.engine.EngineObject;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.ExecResult;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.NetworkSpec;
import dev.slipway.engine.NodeSpec;
import dev.slipway.engine.support.BoundedOutput;
import dev.slipway.engine.support.Deadline;
import dev.slipway.engine.support.EndlessOutputException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.springframework.util.unit.DataSize;

/**
 * An engine in memory. Its objects behave like those of the real engine; a test defines its processes. Thread-safe: the
 * maps are concurrent, and each change is one atomic step on one of them.
 */
public class FakeContainerEngine implements ContainerEngine {
    private final Clock clock;
    private final Map<String, Network> networks = new ConcurrentHashMap<>();
    private final Map<String, EngineObject> volumes = new ConcurrentHashMap<>();
    private final Map<String, Node> nodes = new ConcurrentHashMap<>();
    private volatile BiFunction<String, ExecSpec, FakeProcess> processes = (_, _) -> FakeProcess.exiting(127);
    private volatile Consumer<String> beforeCall = _ -> {};
    private volatile BiConsumer<String, String> beforeRemoval = (_, _) -> {};
    private volatile Consumer<String> afterCall = _ -> {};

    private record Network(NetworkSpec spec, EngineObject object) {}

    private record Node(NodeSpec spec, EngineContainer container) {
        Node with(Status status) {
            return new Node(
                    spec, new EngineContainer(container.name(), status, container.labels(), container.createdAt()));
        }
    }

    public FakeContainerEngine() {
        this(Clock.systemUTC());
    }

    /** @param clock clock for the creation times of objects */
    public FakeContainerEngine(Clock clock) {
        this.clock = clock;
    }

    /**
     * Sets the process for each command in a container. Before that, every command ends with status 127, like an
     * unknown command.
     */
    public void runProcesses(BiFunction<String, ExecSpec, FakeProcess> processes) {
        this.processes = processes;
    }

    /**
     * Sets a hook that gets the name of each call that removes an object, and the object's name. It may throw an {@link
     * EngineException} instead of the removal.
     */
    public void beforeEachRemoval(BiConsumer<String, String> hook) {
        this.beforeRemoval = hook;
    }

    /**
     * Sets a hook that gets the name of each call, such as {@code createNode}, before the call has an effect. It may
     * throw an {@link EngineException} instead of the call.
     */
    public void beforeEachCall(Consumer<String> hook) {
        this.beforeCall = hook;
    }

    /**
     * Sets a hook that gets the name of each call that lists nodes, after its result is computed and before it is
     * returned.
     */
    public void afterEachCall(Consumer<String> hook) {
        this.afterCall = hook;
    }

    /** Returns the specification with which a node was created. */
    public NodeSpec specOf(String container) {
        return node(container).spec();
    }

    /** Stops a node from outside, like a crash or an administrator. */
    public void stopNode(String container) {
        become(container, Status.STOPPED);
    }

    @Override
    public EngineInfo info() {
        beforeCall.accept("info");
        return new EngineInfo(
                "26.1.5",
                "1.45",
                "overlay2",
                List.of("name=seccomp,profile=builtin", "name=userns"),
                new EngineInfo.Host("6.12.0", "Fake", "2", 2, DataSize.ofGigabytes(8)));
    }

    @Override
    public void createNetwork(NetworkSpec network) {
        beforeCall.accept("createNetwork");
        var taken = networks.values().stream()
                .map(Network::spec)
                .anyMatch(other ->
                        other.bridge().equals(network.bridge()) && !other.name().equals(network.name()));
        if (taken) {
            throw new EngineException(Reason.CONFLICT, "the bridge " + network.bridge() + " is another network's");
        }
        networks.computeIfAbsent(
                network.name(),
                name -> new Network(network, new EngineObject(name, network.labels(), clock.instant())));
    }

    @Override
    public void removeNetwork(String name) {
        beforeCall.accept("removeNetwork");
        beforeRemoval.accept("removeNetwork", name);
        var used = nodes.values().stream()
                .anyMatch(node -> node.spec().network().equals(name)
                        && (node.container().status() == Status.RUNNING
                                || node.container().status() == Status.PAUSED));
        if (used) {
            throw new EngineException(Reason.CONFLICT, "the network " + name + " has active endpoints");
        }
        networks.remove(name);
    }

    @Override
    public List<EngineObject> networks(Map<String, String> labels) {
        beforeCall.accept("networks");
        return networks.values().stream()
                .map(Network::object)
                .filter(object -> carries(object.labels(), labels))
                .toList();
    }

    @Override
    public void createVolume(String name, Map<String, String> labels) {
        beforeCall.accept("createVolume");
        volumes.putIfAbsent(name, new EngineObject(name, Map.copyOf(labels), clock.instant()));
    }

    @Override
    public void removeVolume(String name) {
        beforeCall.accept("removeVolume");
        beforeRemoval.accept("removeVolume", name);
        var used = nodes.values().stream()
                .map(Node::spec)
                .anyMatch(spec -> List.of(
                                spec.mounts().disk().volume(), spec.mounts().storeVolume())
                        .contains(name));
        if (used) {
            throw new EngineException(Reason.CONFLICT, "the volume " + name + " is in use");
        }
        volumes.remove(name);
    }

    @Override
    public List<EngineObject> volumes(Map<String, String> labels) {
        beforeCall.accept("volumes");
        return volumes.values().stream()
                .filter(volume -> carries(volume.labels(), labels))
                .toList();
    }

    @Override
    public void createNode(NodeSpec node) {
        beforeCall.accept("createNode");
        for (var volume : List.of(node.mounts().disk().volume(), node.mounts().storeVolume())) {
            volumes.computeIfAbsent(volume, name -> new EngineObject(name, Map.of(), clock.instant()));
        }
        var created = new EngineContainer(node.container(), Status.CREATED, node.labels(), clock.instant());
        nodes.putIfAbsent(node.container(), new Node(node, created));
    }

    @Override
    public void startNode(String container) {
        beforeCall.accept("startNode");
        var network = node(container).spec().network();
        if (!networks.containsKey(network)) {
            throw new EngineException(Reason.NOT_FOUND, "no network " + network);
        }
        if (node(container).container().status() == Status.PAUSED) {
            throw new EngineException(Reason.CONFLICT, container + " is paused");
        }
        become(container, Status.RUNNING);
    }

    @Override
    public void removeNode(String container) {
        beforeCall.accept("removeNode");
        beforeRemoval.accept("removeNode", container);
        nodes.remove(container);
    }

    @Override
    public void pauseNode(String container) {
        beforeCall.accept("pauseNode");
        require(container, Status.RUNNING, Status.PAUSED);
        become(container, Status.PAUSED);
    }

    @Override
    public void unpauseNode(String container) {
        beforeCall.accept("unpauseNode");
        require(container, Status.PAUSED, Status.RUNNING);
        become(container, Status.RUNNING);
    }

    @Override
    public List<EngineContainer> nodes(Map<String, String> labels) {
        beforeCall.accept("nodes");
        var found = nodes.values().stream()
                .map(Node::container)
                .filter(container -> carries(container.labels(), labels))
                .toList();
        afterCall.accept("nodes");
        return found;
    }

    @Override
    public EngineStream open(String container, ExecSpec process) {
        beforeCall.accept("open");
        require(container, Status.RUNNING);
        return InMemoryStream.to(processes.apply(container, process));
    }

    @Override
    public ExecResult run(String container, ExecSpec process, Duration timeout, int outputLimit) {
        beforeCall.accept("run");
        require(container, Status.RUNNING);
        var stream = InMemoryStream.to(processes.apply(container, process), outputLimit);
        var deadline = Deadline.closing(stream, timeout);
        try (stream;
                deadline) {
            stream.input().close();
            var output = new BoundedOutput(outputLimit);
            output.readAll(stream.output(), BoundedOutput.MOST_OF_A_COMMAND);
            var status = stream.exitStatus(timeout);
            var truncated = output.truncated() || stream.errorTruncated();
            return new ExecResult(status, output.text(), stream.error(), truncated);
        } catch (EndlessOutputException e) {
            throw new EngineException(Reason.REFUSED, "the command writes without end", e);
        } catch (IOException e) {
            throw new EngineException(Reason.TIMED_OUT, "the command did not end in time", e);
        }
    }

    private Node node(String container) {
        var node = nodes.get(container);
        if (node == null) {
            throw new EngineException(Reason.NOT_FOUND, "no container " + container);
        }
        return node;
    }

    private void require(String container, Status... allowed) {
        var status = node(container).container().status();
        if (!List.of(allowed).contains(status)) {
            throw new EngineException(Reason.CONFLICT, container + " is " + status);
        }
    }

    private void become(String container, Status status) {
        if (nodes.computeIfPresent(container, (_, node) -> node.with(status)) == null) {
            throw new EngineException(Reason.NOT_FOUND, "no container " + container);
        }
    }

    private static boolean carries(Map<String, String> labels, Map<String, String> wanted) {
        return labels.entrySet().containsAll(wanted.entrySet());
    }
}

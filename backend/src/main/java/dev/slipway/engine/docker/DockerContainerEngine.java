package dev.slipway.engine.docker;

import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.EngineInfo;
import dev.slipway.engine.EngineObject;
import dev.slipway.engine.EngineProperties;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.ExecResult;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.NetworkSpec;
import dev.slipway.engine.NodeSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The host engine: a Docker Engine at a Unix socket. Thread-safe; its only state is its connections. */
@Component
final class DockerContainerEngine implements ContainerEngine, AutoCloseable {
    private final EngineApi api;
    private final Execs execs;
    private final NodeHostConfig hostConfig;

    DockerContainerEngine(EngineProperties properties) {
        this.api = new EngineApi(properties);
        this.execs = new Execs(api, properties.socketPath());
        this.hostConfig = NodeHostConfig.withRuntime(properties.runtime());
    }

    @Override
    public EngineInfo info() {
        var version = api.call("version", docker -> docker.versionCmd().exec());
        var info = api.call("info", docker -> docker.infoCmd().exec());
        return new EngineInfo(
                version.getVersion(),
                version.getApiVersion(),
                info.getDriver(),
                info.getSecurityOptions(),
                new EngineInfo.Host(
                        info.getKernelVersion(),
                        info.getOperatingSystem(),
                        String.valueOf(info.getRawValues().getOrDefault("CgroupVersion", "1")),
                        info.getNCPU(),
                        DataSize.ofBytes(info.getMemTotal())));
    }

    @Override
    public void createNetwork(NetworkSpec network) {
        try {
            api.call(
                    "create network " + network.name(),
                    docker -> docker.createNetworkCmd()
                            .withName(network.name())
                            .withDriver("bridge")
                            .withCheckDuplicate(true)
                            .withOptions(Map.of("com.docker.network.bridge.name", network.bridge()))
                            .withLabels(network.labels())
                            .exec());
        } catch (EngineException e) {
            // The conflict may also mean that another network uses the bridge.
            if (e.reason() != Reason.CONFLICT || !networkExists(network.name())) {
                throw e;
            }
        }
    }

    private boolean networkExists(String name) {
        return exists(() -> api.call(
                "inspect network " + name,
                docker -> docker.inspectNetworkCmd().withNetworkId(name).exec()));
    }

    @Override
    public void removeNetwork(String name) {
        exists(() -> api.call(
                "remove network " + name,
                docker -> docker.removeNetworkCmd(name).exec()));
    }

    @Override
    public List<EngineObject> networks(Map<String, String> labels) {
        var networks = api.call(
                "list networks",
                docker -> docker.listNetworksCmd()
                        .withFilter("label", Labels.filter(labels))
                        .exec());
        return networks.stream()
                .map(network -> new EngineObject(
                        network.getName(),
                        Labels.of(network.getLabels()),
                        network.getCreated().toInstant()))
                .toList();
    }

    @Override
    public void createVolume(String name, Map<String, String> labels) {
        // If a volume of this name exists, the engine returns that volume and reports no error.
        api.call(
                "create volume " + name,
                docker -> docker.createVolumeCmd()
                        .withName(name)
                        .withLabels(labels)
                        .exec());
    }

    @Override
    public void removeVolume(String name) {
        exists(() -> api.call(
                "remove volume " + name, docker -> docker.removeVolumeCmd(name).exec()));
    }

    @Override
    public List<EngineObject> volumes(Map<String, String> labels) {
        var answer = api.call(
                "list volumes",
                docker -> docker.listVolumesCmd()
                        .withFilter("label", Labels.filter(labels))
                        .exec());
        var createdAt = VolumeTimes.of(answer);
        return answer.getVolumes().stream()
                .map(volume -> new EngineObject(
                        volume.getName(), Labels.of(volume.getLabels()), createdAt.get(volume.getName())))
                .toList();
    }

    @Override
    public void createNode(NodeSpec node) {
        try {
            api.call(
                    "create node " + node.container(),
                    docker -> docker.createContainerCmd(node.image())
                            .withName(node.container())
                            .withHostName(node.hostname())
                            .withAliases(node.hostname())
                            .withLabels(node.labels())
                            .withHostConfig(hostConfig.of(node))
                            .exec());
        } catch (EngineException e) {
            if (e.reason() != Reason.CONFLICT) {
                throw e;
            }
        }
    }

    @Override
    public void startNode(String container) {
        api.call("start node " + container, docker -> {
            try {
                return docker.startContainerCmd(container).exec();
            } catch (NotModifiedException e) {
                return null; // The container is already running.
            }
        });
    }

    @Override
    public void removeNode(String container) {
        try (var _ = KillAgain.untilRemoved(api, container)) {
            exists(() -> api.call(
                    "remove node " + container,
                    docker -> docker.removeContainerCmd(container)
                            .withForce(true)
                            .withRemoveVolumes(true)
                            .exec()));
        }
        execs.forget(container);
    }

    @Override
    public void pauseNode(String container) {
        change(
                container,
                Status.PAUSED,
                () -> api.call(
                        "pause node " + container,
                        docker -> docker.pauseContainerCmd(container).exec()));
    }

    @Override
    public void unpauseNode(String container) {
        change(
                container,
                Status.RUNNING,
                () -> api.call(
                        "unpause node " + container,
                        docker -> docker.unpauseContainerCmd(container).exec()));
    }

    private void change(String container, Status wanted, Runnable call) {
        try {
            call.run();
        } catch (EngineException e) {
            if (e.reason() == Reason.NOT_FOUND || statusOf(container) != wanted) {
                throw e;
            }
        }
    }

    private Status statusOf(String container) {
        var state = api.call(
                "inspect node " + container,
                docker -> docker.inspectContainerCmd(container).exec().getState());
        return status(state.getStatus());
    }

    @Override
    public List<EngineContainer> nodes(Map<String, String> labels) {
        var containers = api.call(
                "list nodes",
                docker -> docker.listContainersCmd()
                        .withShowAll(true)
                        .withFilter("label", Labels.filter(labels))
                        .exec());
        return containers.stream().map(DockerContainerEngine::node).toList();
    }

    private static EngineContainer node(Container container) {
        return new EngineContainer(
                container.getNames()[0].substring(1),
                status(container.getState()),
                Labels.of(container.getLabels()),
                Instant.ofEpochSecond(container.getCreated()));
    }

    private static Status status(String state) {
        return switch (state) {
            case "created" -> Status.CREATED;
            case "running" -> Status.RUNNING;
            case "paused" -> Status.PAUSED;
            default -> Status.STOPPED;
        };
    }

    @Override
    public EngineStream open(String container, ExecSpec process) {
        return execs.open(container, process);
    }

    @Override
    public ExecResult run(String container, ExecSpec process, Duration timeout, int outputLimit) {
        return execs.run(container, process, timeout, outputLimit);
    }

    @Override
    public void close() {
        api.close();
    }

    private static boolean exists(Runnable call) {
        try {
            call.run();
            return true;
        } catch (EngineException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}

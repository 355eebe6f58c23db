package dev.slipway.sandbox.provision;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.ContainerLimits;
import dev.slipway.engine.NodeDisk;
import dev.slipway.engine.NodeMounts;
import dev.slipway.engine.NodeSpec;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.ImageStore;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.agent.AgentStreams;
import dev.slipway.sandbox.agent.Agents;
import dev.slipway.sandbox.persistence.SandboxPlan;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * Node that is a container of the host engine. {@link #make} empties its disk, {@link #recreate} does not.
 *
 * @param diskSize the node's share of the sandbox's disk
 */
record ContainerMachine(
        ContainerEngine engine,
        Agents agents,
        EngineNames names,
        ImageStore images,
        SandboxId sandbox,
        SandboxPlan.Node node,
        DataSize diskSize)
        implements Machine {
    private static final Logger log = LoggerFactory.getLogger(ContainerMachine.class);

    /** Timeout for reading a log. */
    private static final Duration LOG_TIME = Duration.ofSeconds(5);

    @Override
    public void make() {
        images.current();
        agents.prepare(container());
        engine.removeNode(container());
        engine.removeVolume(disk().volume());
        create();
    }

    /** Replaces the container; its disk, including the root file system, stays as it is. */
    void recreate() {
        agents.prepare(container());
        engine.removeNode(container());
        create();
    }

    private void create() {
        var current = images.current();
        var name = node.nodeName();
        var labels = names.of(sandbox, name);
        engine.createVolume(disk().volume(), labels);
        engine.createNode(new NodeSpec(
                container(),
                current.node(),
                name.value(),
                names.network(sandbox),
                limits(),
                new NodeMounts(disk(), current.store(), agents.listen(container())),
                labels));
        engine.startNode(container());
    }

    @Override
    public void awaitReady(Duration timeout) {
        try {
            agents.awaitEngine(container(), timeout);
        } catch (NodeException e) {
            log.warn("node engine not ready container={} cause={} log={}", container(), e.getMessage(), engineLog());
            throw new ProvisioningException(
                    "The Docker Engine of " + node.nodeName() + " did not start within " + timeout.toSeconds() + " s.");
        }
    }

    /** Returns the end of the log of the node's engine. */
    private String engineLog() {
        try {
            return run(StreamRequest.Command.of("tail", "-n", "20", "/var/log/dockerd.log"), LOG_TIME)
                    .output();
        } catch (NodeException e) {
            return "unknown: " + e.getMessage();
        }
    }

    @Override
    public NodeStream open(StreamRequest.Command command) {
        return streams().open(command);
    }

    @Override
    public CommandResult run(StreamRequest.Command command, Duration timeout) {
        return streams().run(command, timeout, OUTPUT_LIMIT);
    }

    private AgentStreams streams() {
        return new AgentStreams(agents, container(), () -> {});
    }

    private ContainerLimits limits() {
        var limits = node.limits();
        return new ContainerLimits(limits.memory(), limits.cpus(), limits.pids());
    }

    private NodeDisk disk() {
        return new NodeDisk(names.diskVolume(sandbox, node.nodeName()), diskSize);
    }

    private String container() {
        return names.container(sandbox, node.nodeName());
    }
}

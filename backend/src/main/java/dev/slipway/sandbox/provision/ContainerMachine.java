package dev.slipway.sandbox.provision;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.ContainerLimits;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.NodeDisk;
import dev.slipway.engine.NodeSpec;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.ImageStore;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.persistence.SandboxPlan;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * Node that is a container of the host engine. {@link #make} empties its disk, {@link #recreate} does not.
 *
 * @param diskSize the node's share of the sandbox's disk
 */
record ContainerMachine(
        ContainerEngine engine,
        ContainerProcesses processes,
        EngineNames names,
        ImageStore images,
        SandboxId sandbox,
        SandboxPlan.Node node,
        DataSize diskSize)
        implements Machine {

    @Override
    public void make() {
        images.current();
        engine.removeNode(container());
        engine.removeVolume(disk().volume());
        create();
    }

    /** Replaces the container; its disk, including the root file system, stays as it is. */
    void recreate() {
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
                disk(),
                current.store(),
                labels));
        engine.startNode(container());
    }

    @Override
    public void awaitReady(Duration timeout) {
        var result = engine.run(
                container(),
                ExecSpec.command("/usr/local/bin/node-ready", Long.toString(timeout.toSeconds())),
                timeout.plusSeconds(5),
                OUTPUT_LIMIT);
        if (!result.succeeded()) {
            throw new ProvisioningException(
                    "The Docker Engine of " + node.nodeName() + " did not start within " + timeout.toSeconds() + " s.");
        }
    }

    @Override
    public NodeStream open(StreamRequest.Command command) {
        return processes.open(container(), process(command));
    }

    @Override
    public CommandResult run(StreamRequest.Command command, Duration timeout) {
        return processes.run(container(), process(command), timeout, OUTPUT_LIMIT);
    }

    private static ExecSpec process(StreamRequest.Command command) {
        return ExecSpec.command(command.command().toArray(String[]::new));
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

package dev.slipway.sandbox.provision;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.NetworkSpec;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.SandboxState.Stage;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.persistence.SandboxPlan;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Creates a sandbox on the host engine, stage by stage. May be repeated after an interruption: incomplete objects of an
 * earlier run are replaced.
 */
@Component
public final class Provisioner {
    private static final Duration FILE_TIMEOUT = Duration.ofSeconds(20);

    private final ContainerEngine engine;
    private final EngineNames names;
    private final MachineFinder machines;
    private final SandboxProperties properties;
    private final NodeFiles files;

    Provisioner(
            ContainerEngine engine,
            EngineNames names,
            MachineFinder machines,
            SandboxProperties properties,
            NodeFiles files) {
        this.engine = engine;
        this.names = names;
        this.machines = machines;
        this.properties = properties;
        this.files = files;
    }

    /**
     * Creates the whole sandbox.
     *
     * @param reached callback that is called before each stage; an exception from the callback stops the work
     * @throws ProvisioningException if a node does not become ready, a file cannot be written, or the lab's setup fails
     */
    public void provision(SandboxId sandbox, SandboxPlan plan, Consumer<Stage> reached) {
        reached.accept(Stage.NETWORK);
        if (plan.makesMachines()) {
            engine.createNetwork(new NetworkSpec(
                    names.network(sandbox), names.bridge(sandbox, plan.openEgress()), names.of(sandbox)));
        }
        reached.accept(Stage.NODES);
        Concurrently.forEach(
                plan.nodes(), node -> machines.of(sandbox, plan, node).make());
        reached.accept(Stage.ENGINES);
        Concurrently.forEach(
                plan.nodes(), node -> machines.of(sandbox, plan, node).awaitReady(properties.readyTimeout()));
        reached.accept(Stage.FILES);
        Concurrently.forEach(plan.nodes(), node -> putFiles(machines.of(sandbox, plan, node), node));
        reached.accept(Stage.SETUP);
        plan.setup().forEach(step -> runSetup(sandbox, plan, step));
    }

    /** Recreates one node of a sandbox in its first state. The lab's setup commands run for that node only. */
    public void replaceNode(SandboxId sandbox, SandboxPlan plan, NodeName name) {
        var node = plan.node(name);
        var machine = machines.of(sandbox, plan, node);
        machine.make();
        machine.awaitReady(properties.readyTimeout());
        putFiles(machine, node);
        plan.setup().stream()
                .filter(step -> step.node().equals(name.value()))
                .forEach(step -> runSetup(sandbox, plan, step));
    }

    /**
     * Recreates the container of a node that has stopped, for instance because its host was restarted, and waits until
     * the node's engine answers. The node's disk stays as it is, including the root file system. The old container is
     * not started again: before the host engine starts a container, it reads files of the container's root, and files
     * that the learner wrote there could make the host engine hang.
     */
    public void recreateNode(SandboxId sandbox, SandboxPlan plan, NodeName name) {
        var machine = machines.container(sandbox, plan, plan.node(name));
        machine.recreate();
        machine.awaitReady(properties.readyTimeout());
    }

    private void putFiles(Machine machine, SandboxPlan.Node node) {
        for (var file : node.files()) {
            files.put(machine, file, FILE_TIMEOUT);
        }
    }

    private void runSetup(SandboxId sandbox, SandboxPlan plan, SandboxPlan.Step step) {
        var machine = machines.of(sandbox, plan, plan.node(step.toSetupStep().node()));
        var command = StreamRequest.Command.of("/bin/bash", "-c", step.command());
        var result = machine.run(command, properties.setupTimeout());
        if (!result.succeeded()) {
            throw new ProvisioningException("The lab's setup failed on " + step.node() + " with status "
                    + result.exitStatus() + ". Tell the lab's author: " + lastLine(result));
        }
    }

    private static String lastLine(CommandResult result) {
        var output = result.error().isBlank() ? result.output() : result.error();
        return output.lines().reduce("no output", (first, last) -> last);
    }
}

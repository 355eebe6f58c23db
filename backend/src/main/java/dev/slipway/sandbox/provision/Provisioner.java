package dev.slipway.sandbox.provision;

import dev.slipway.engine.CommandResult;
import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.NetworkSpec;
import dev.slipway.engine.NodeSpec;
import dev.slipway.sandbox.ImageStore;
import dev.slipway.sandbox.NodeImages;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.SandboxState.Stage;
import dev.slipway.sandbox.persistence.SandboxPlan;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Makes a sandbox on the host engine, stage by stage. May be repeated after an interruption: what a former run left
 * half-made is replaced.
 */
@Component
public final class Provisioner {
    private static final Duration FILE_TIMEOUT = Duration.ofSeconds(20);
    /** The last lines of a failing command explain it; a learner does not read more. */
    private static final int OUTPUT_LIMIT = 4096;

    private final ContainerEngine engine;
    private final EngineNames names;
    private final ImageStore images;
    private final SandboxProperties properties;
    private final NodeFiles files;

    Provisioner(
            ContainerEngine engine,
            EngineNames names,
            ImageStore images,
            SandboxProperties properties,
            NodeFiles files) {
        this.engine = engine;
        this.names = names;
        this.images = images;
        this.properties = properties;
        this.files = files;
    }

    /**
     * Makes the whole sandbox.
     *
     * @param reached told before each stage; throws to stop
     * @throws ProvisioningException if a node or the lab's setup does not work
     */
    public void provision(SandboxId sandbox, SandboxPlan plan, Consumer<Stage> reached) {
        var current = images.current();
        reached.accept(Stage.NETWORK);
        engine.createNetwork(
                new NetworkSpec(names.network(sandbox), names.bridge(sandbox, plan.openEgress()), names.of(sandbox)));
        reached.accept(Stage.NODES);
        Concurrently.forEach(plan.nodes(), node -> create(sandbox, node, current));
        reached.accept(Stage.ENGINES);
        Concurrently.forEach(plan.nodes(), node -> awaitReady(sandbox, node.nodeName()));
        reached.accept(Stage.FILES);
        Concurrently.forEach(plan.nodes(), node -> putFiles(sandbox, node));
        reached.accept(Stage.SETUP);
        runSetup(sandbox, plan.setup());
    }

    /** Makes one node of a sandbox anew. Setup runs for that node alone. */
    public void replaceNode(SandboxId sandbox, SandboxPlan plan, NodeName name) {
        var node = plan.nodes().stream()
                .filter(n -> n.nodeName().equals(name))
                .findFirst()
                .orElseThrow();
        create(sandbox, node, images.current());
        awaitReady(sandbox, name);
        putFiles(sandbox, node);
        runSetup(
                sandbox,
                plan.setup().stream()
                        .filter(step -> step.node().equals(name.value()))
                        .toList());
    }

    /** Starts a node that stopped, for instance with its host, and waits for its engine. */
    public void restartNode(SandboxId sandbox, NodeName node) {
        engine.startNode(names.container(sandbox, node));
        awaitReady(sandbox, node);
    }

    private void create(SandboxId sandbox, SandboxPlan.Node node, NodeImages current) {
        var name = node.nodeName();
        removeNode(sandbox, name);
        var labels = names.of(sandbox, name);
        engine.createVolume(names.dockerVolume(sandbox, name), labels);
        engine.createVolume(names.containerdVolume(sandbox, name), labels);
        engine.createNode(new NodeSpec(
                names.container(sandbox, name),
                current.node(),
                name.value(),
                names.network(sandbox),
                node.limits(),
                names.dockerVolume(sandbox, name),
                names.containerdVolume(sandbox, name),
                current.store(),
                labels));
        engine.startNode(names.container(sandbox, name));
    }

    private void removeNode(SandboxId sandbox, NodeName node) {
        engine.removeNode(names.container(sandbox, node));
        engine.removeVolume(names.dockerVolume(sandbox, node));
        engine.removeVolume(names.containerdVolume(sandbox, node));
    }

    private void awaitReady(SandboxId sandbox, NodeName node) {
        var timeout = properties.readyTimeout();
        var result = engine.run(
                names.container(sandbox, node),
                ExecSpec.command("/usr/local/bin/node-ready", Long.toString(timeout.toSeconds())),
                timeout.plusSeconds(5),
                OUTPUT_LIMIT);
        if (!result.succeeded()) {
            throw new ProvisioningException(
                    "The Docker Engine of " + node + " did not start within " + timeout.toSeconds() + " s.");
        }
    }

    private void putFiles(SandboxId sandbox, SandboxPlan.Node node) {
        for (var file : node.files()) {
            files.put(names.container(sandbox, node.nodeName()), file, FILE_TIMEOUT);
        }
    }

    private void runSetup(SandboxId sandbox, List<SandboxPlan.Step> steps) {
        for (var step : steps) {
            var result = engine.run(
                    names.container(sandbox, step.toSetupStep().node()),
                    ExecSpec.command("/bin/bash", "-c", step.command()),
                    properties.setupTimeout(),
                    OUTPUT_LIMIT);
            if (!result.succeeded()) {
                throw new ProvisioningException("The lab's setup failed on " + step.node() + " with status "
                        + result.exitStatus() + ". Tell the lab's author: " + lastLine(result));
            }
        }
    }

    private static String lastLine(CommandResult result) {
        var output = result.error().isBlank() ? result.output() : result.error();
        return output.lines().reduce("no output", (first, last) -> last);
    }
}

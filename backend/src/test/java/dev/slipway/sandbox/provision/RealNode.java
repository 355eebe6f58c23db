package dev.slipway.sandbox.provision;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.ContainerLimits;
import dev.slipway.engine.EngineProperties;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.NetworkSpec;
import dev.slipway.engine.NodeDisk;
import dev.slipway.engine.NodeMounts;
import dev.slipway.engine.NodeSpec;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeHandle;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.OneNode;
import dev.slipway.sandbox.OneReadySandbox;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.StreamRequest.Command;
import dev.slipway.sandbox.agent.Agents;
import dev.slipway.sandbox.agent.SomeAgents;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node on the host engine that {@code slipway.engine.socket} and {@code slipway.images} name. Its streams are those of
 * the platform.
 */
public final class RealNode implements OneNode, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OUTPUT = 64 * 1024;

    private final SandboxId sandbox;
    private final NodeName name;
    private final ConfigurableApplicationContext context;
    private final ContainerEngine engine;
    private final EngineNames names;
    private final Agents agents;
    private final NodeHandle handle;

    private RealNode(ConfigurableApplicationContext context, SandboxId sandbox, NodeName name) {
        this.context = context;
        this.sandbox = sandbox;
        this.name = name;
        this.engine = context.getBean(ContainerEngine.class);
        this.names = new EngineNames(context.getBean(SandboxProperties.class));
        this.agents = SomeAgents.real(engine);
        this.handle = streams(new OneReadySandbox(sandbox, name)).node(sandbox, name);
    }

    /** Creates a node and waits until its engine answers. */
    public static RealNode started() {
        return started(new SandboxId(UUID.randomUUID().toString().substring(0, 8)), new NodeName("node1"));
    }

    static RealNode started(SandboxId sandbox, NodeName name) {
        var socket = System.getProperty("slipway.engine.socket", "unix:///run/slipway/engine.sock");
        var context = new SpringApplicationBuilder(EngineModule.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--slipway.engine.socket=" + socket,
                        "--slipway.sandbox.instance=test-" + sandbox,
                        "--spring.main.banner-mode=off");
        var node = new RealNode(context, sandbox, name);
        node.start();
        return node;
    }

    private void start() {
        var images =
                JsonMapper.shared().readTree(Path.of(System.getProperty("slipway.images", "/run/slipway/images.json")));
        var labels = names.of(sandbox, name);
        engine.createNetwork(new NetworkSpec(names.network(sandbox), names.bridge(sandbox, false), labels));
        engine.createVolume(names.diskVolume(sandbox, name), labels);
        engine.createNode(new NodeSpec(
                container(),
                images.required("node").asString(),
                name.value(),
                names.network(sandbox),
                new ContainerLimits(DataSize.ofGigabytes(1), 2, 2000),
                new NodeMounts(
                        new NodeDisk(names.diskVolume(sandbox, name), DataSize.ofGigabytes(1)),
                        images.required("store").asString(),
                        agents.listen(container())),
                labels));
        engine.startNode(container());
        agents.awaitEngine(container(), PATIENCE);
    }

    /** Returns the engine on which the node runs. */
    ContainerEngine engine() {
        return engine;
    }

    /** Returns streams into this node, for a sandbox in the state that the argument says. */
    NodeStreams streams(OneReadySandbox sandboxes) {
        return SomeNodeStreams.of(sandboxes, agents);
    }

    /** Runs a script as root and returns its output. The script must succeed. */
    public String sh(String script) {
        var result = run(script);
        if (!result.succeeded()) {
            throw new IllegalStateException(script + ": " + result.error());
        }
        return result.output();
    }

    /** Runs a script as root, by {@code docker exec}. */
    public CommandResult run(String script) {
        var command = ExecSpec.command("/bin/bash", "-c", script);
        var result = engine.run(container(), command, PATIENCE, OUTPUT);
        return new CommandResult(result.exitStatus(), result.output(), result.error(), result.truncated());
    }

    String container() {
        return names.container(sandbox, name);
    }

    @Override
    public NodeStream open(StreamRequest request) {
        return handle.open(request);
    }

    @Override
    public CommandResult run(Command command, Duration timeout, int outputLimit) {
        return handle.run(command, timeout, outputLimit);
    }

    @Override
    public Set<Integer> shells() {
        return handle.shells();
    }

    @Override
    public void endShell(int number) {
        handle.endShell(number);
    }

    @Override
    public void close() {
        new Remover(engine, names, agents).remove(sandbox);
        agents.close();
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("dev.slipway.engine")
    @EnableConfigurationProperties({EngineProperties.class, SandboxProperties.class})
    static class EngineModule {}
}

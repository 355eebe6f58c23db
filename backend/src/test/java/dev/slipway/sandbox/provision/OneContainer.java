package dev.slipway.sandbox.provision;

import dev.slipway.engine.CommandResult;
import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineProperties;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.NetworkSpec;
import dev.slipway.engine.NodeDisk;
import dev.slipway.engine.NodeLimits;
import dev.slipway.engine.NodeSpec;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

/** Shells of a single node on the host engine that {@code slipway.engine.socket} and {@code slipway.images} name. */
public final class OneContainer implements NodeStreams, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OUTPUT = 64 * 1024;

    private final String name = "slipway-test-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> labels = Map.of("dev.slipway.instance", name);
    private final ConfigurableApplicationContext context;
    private final ContainerEngine engine;
    private final EngineShells shells;

    private OneContainer(ConfigurableApplicationContext context) {
        this.context = context;
        this.engine = context.getBean(ContainerEngine.class);
        this.shells = new EngineShells(engine);
    }

    public static OneContainer started() {
        var socket = System.getProperty("slipway.engine.socket", "unix:///run/slipway/engine.sock");
        var node = new OneContainer(new SpringApplicationBuilder(EngineModule.class)
                .web(WebApplicationType.NONE)
                .run("--slipway.engine.socket=" + socket, "--spring.main.banner-mode=off"));
        node.start();
        return node;
    }

    private void start() {
        var images =
                JsonMapper.shared().readTree(Path.of(System.getProperty("slipway.images", "/run/slipway/images.json")));
        engine.createNetwork(new NetworkSpec(name, "swc-" + name.substring(13), labels));
        engine.createVolume(name + "-disk", labels);
        engine.createNode(new NodeSpec(
                name,
                images.required("node").asString(),
                "node1",
                name,
                new NodeLimits(DataSize.ofMegabytes(512), 1, 256),
                new NodeDisk(name + "-disk", DataSize.ofGigabytes(1)),
                images.required("store").asString(),
                labels));
        engine.startNode(name);
    }

    /** Returns the output of a script that root runs without a terminal. */
    public String sh(String script) {
        return engine.run(name, ExecSpec.command("/bin/bash", "-c", script), PATIENCE, OUTPUT)
                .output();
    }

    @Override
    public EngineStream open(SandboxId sandbox, NodeName node, StreamRequest request) {
        return shells.open(name, (StreamRequest.Shell) request, () -> {});
    }

    @Override
    public CommandResult run(
            SandboxId sandbox, NodeName node, StreamRequest.Command command, Duration timeout, int outputLimit) {
        return engine.run(
                name, new ExecSpec(command.command(), Map.of(), "/root", Optional.empty()), timeout, outputLimit);
    }

    @Override
    public Set<Integer> shells(SandboxId sandbox, NodeName node) {
        return shells.running(name);
    }

    @Override
    public void endShell(SandboxId sandbox, NodeName node, int number) {
        shells.end(name, number);
    }

    @Override
    public void close() {
        engine.nodes(labels).forEach(node -> engine.removeNode(node.name()));
        engine.networks(labels).forEach(network -> engine.removeNetwork(network.name()));
        engine.volumes(labels).forEach(volume -> engine.removeVolume(volume.name()));
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("dev.slipway.engine")
    @EnableConfigurationProperties(EngineProperties.class)
    static class EngineModule {}
}

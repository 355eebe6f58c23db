package dev.slipway.check.run;

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
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** A node on the host engine that {@code slipway.engine.socket} and {@code slipway.images} name. */
final class RealNode implements NodeStreams, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OUTPUT = 64 * 1024;

    private final ConfigurableApplicationContext context;
    private final ContainerEngine engine;
    private final String name = "check-it-" + UUID.randomUUID().toString().substring(0, 6);

    RealNode() {
        var socket = System.getProperty("slipway.engine.socket", "unix:///run/slipway/engine.sock");
        var images =
                JsonMapper.shared().readTree(Path.of(System.getProperty("slipway.images", "/run/slipway/images.json")));
        context = new SpringApplicationBuilder(EngineModule.class)
                .web(WebApplicationType.NONE)
                .run("--slipway.engine.socket=" + socket, "--spring.main.banner-mode=off");
        engine = context.getBean(ContainerEngine.class);
        var labels = Map.of("dev.slipway.instance", "test-" + name);
        engine.createNetwork(new NetworkSpec(name, "swc-" + name.substring(9), labels));
        engine.createVolume(name + "-disk", labels);
        engine.createNode(new NodeSpec(
                name,
                images.required("node").asString(),
                Watching.NODE.value(),
                name,
                new NodeLimits(DataSize.ofGigabytes(1), 2, 2000),
                new NodeDisk(name + "-disk", DataSize.ofGigabytes(1)),
                images.required("store").asString(),
                labels));
        engine.startNode(name);
        sh("/usr/local/bin/node-ready 30");
    }

    /** Runs a script as a learner would type it, and returns its output. */
    String sh(String script) {
        var result = engine.run(name, ExecSpec.command("/bin/bash", "-c", script), PATIENCE, OUTPUT);
        if (!result.succeeded()) {
            throw new IllegalStateException(script + ": " + result.error());
        }
        return result.output();
    }

    @Override
    public EngineStream open(SandboxId sandbox, NodeName node, StreamRequest request) {
        var endpoint = request instanceof StreamRequest.Probe(var number)
                ? "TCP4:127.0.0.1:" + number
                : "UNIX-CONNECT:/var/run/docker.sock";
        return engine.open(name, ExecSpec.command("/usr/bin/socat", "-", endpoint));
    }

    @Override
    public CommandResult run(
            SandboxId sandbox, NodeName node, StreamRequest.Command command, Duration timeout, int outputLimit) {
        return engine.run(name, ExecSpec.command(command.command().toArray(String[]::new)), timeout, outputLimit);
    }

    @Override
    public void close() {
        engine.removeNode(name);
        engine.removeVolume(name + "-disk");
        engine.removeNetwork(name);
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("dev.slipway.engine")
    @EnableConfigurationProperties(EngineProperties.class)
    static class EngineModule {}
}

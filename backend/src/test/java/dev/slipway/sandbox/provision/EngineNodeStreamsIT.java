package dev.slipway.sandbox.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineProperties;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.NetworkSpec;
import dev.slipway.engine.NodeDisk;
import dev.slipway.engine.NodeLimits;
import dev.slipway.engine.NodeSpec;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.NodeStreamsContract;
import dev.slipway.sandbox.OneReadySandbox;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.StreamRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the contract on a node of the host engine that {@code slipway.engine.socket} and {@code slipway.images} name.
 */
class EngineNodeStreamsIT extends NodeStreamsContract {
    private static ConfigurableApplicationContext context;
    private static ContainerEngine engine;
    private static EngineNames names;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("dev.slipway.engine")
    @EnableConfigurationProperties({EngineProperties.class, SandboxProperties.class})
    static class EngineModule {}

    @BeforeAll
    static void startNode() {
        var socket = System.getProperty("slipway.engine.socket", "unix:///run/slipway/engine.sock");
        context = new SpringApplicationBuilder(EngineModule.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--slipway.engine.socket=" + socket,
                        "--slipway.sandbox.instance=test-" + SANDBOX,
                        "--spring.main.banner-mode=off");
        engine = context.getBean(ContainerEngine.class);
        names = new EngineNames(context.getBean(SandboxProperties.class));
        var images =
                JsonMapper.shared().readTree(Path.of(System.getProperty("slipway.images", "/run/slipway/images.json")));
        var labels = names.of(SANDBOX, NODE);
        engine.createNetwork(new NetworkSpec(names.network(SANDBOX), names.bridge(SANDBOX, false), labels));
        engine.createVolume(names.diskVolume(SANDBOX, NODE), labels);
        engine.createNode(new NodeSpec(
                names.container(SANDBOX, NODE),
                images.required("node").asString(),
                NODE.value(),
                names.network(SANDBOX),
                new NodeLimits(DataSize.ofMegabytes(512), 1, 512),
                new NodeDisk(names.diskVolume(SANDBOX, NODE), DataSize.ofGigabytes(1)),
                images.required("store").asString(),
                labels));
        engine.startNode(names.container(SANDBOX, NODE));
        var ready = ExecSpec.command("/usr/local/bin/node-ready", "60");
        assertThat(engine.run(names.container(SANDBOX, NODE), ready, Duration.ofMinutes(2), 5000)
                        .error())
                .isEmpty();
    }

    @AfterAll
    static void removeNode() {
        new Remover(engine, names).remove(SANDBOX);
        context.close();
    }

    @Test
    void nodeThatBootsOpensNoShellAndNoPort() {
        var streams = new EngineNodeStreams(
                engine, new EngineShells(engine), names, new OneReadySandbox(SANDBOX, NODE).recreating());
        var shell = new StreamRequest.Shell(1, Optional.empty());

        assertThatThrownBy(() -> streams.open(SANDBOX, NODE, shell)).hasMessageContaining("NODE_BEING_RECREATED");
        assertThatThrownBy(() -> streams.open(SANDBOX, NODE, new StreamRequest.Port(80, false)))
                .hasMessageContaining("NODE_BEING_RECREATED");
        streams.open(SANDBOX, NODE, StreamRequest.Command.of("/bin/true")).close();
    }

    @Override
    protected NodeStreams streams() {
        return new EngineNodeStreams(engine, new EngineShells(engine), names, new OneReadySandbox(SANDBOX, NODE));
    }
}

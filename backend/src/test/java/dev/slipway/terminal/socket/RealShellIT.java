package dev.slipway.terminal.socket;

import static dev.slipway.terminal.session.SomeTerminals.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.CommandResult;
import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineProperties;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.NetworkSpec;
import dev.slipway.engine.NodeLimits;
import dev.slipway.engine.NodeSpec;
import dev.slipway.engine.TerminalSize;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.PlatformProperties;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.RecordingProperties;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.TerminalProperties;
import dev.slipway.terminal.Terminals;
import dev.slipway.terminal.session.SomeTerminals;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.Frame.Resize;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** From the socket to a shell in a real node. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "slipway.recording.enabled=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealShellIT {
    private static final String NAME =
            "slipway-test-" + UUID.randomUUID().toString().substring(0, 8);
    private static final Map<String, String> LABELS = Map.of("dev.slipway.instance", NAME);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    Terminals terminals;

    @Autowired
    ContainerEngine engine;

    private int shells;

    @SpringBootConfiguration
    @ComponentScan(
            basePackages = {"dev.slipway.terminal", "dev.slipway.engine"},
            excludeFilters = @ComponentScan.Filter(SpringBootConfiguration.class))
    @EnableConfigurationProperties({EngineProperties.class, PlatformProperties.class, RecordingProperties.class})
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Platform {
        @Bean
        NodeStreams nodes(ContainerEngine engine) {
            return new NodeStreams() {
                @Override
                public EngineStream open(SandboxId sandbox, NodeName node, StreamRequest request) {
                    var size = ((StreamRequest.Shell) request).size();
                    var environment = Map.of("TERM", "xterm-256color", "HOME", "/root");
                    return engine.open(
                            NAME, new ExecSpec(List.of("/bin/bash", "-l"), environment, "/root", Optional.of(size)));
                }

                @Override
                public CommandResult run(
                        SandboxId sandbox,
                        NodeName node,
                        StreamRequest.Command command,
                        Duration timeout,
                        int outputLimit) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Bean
        TerminalProperties properties() {
            return SomeTerminals.settings();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @BeforeAll
    void startNode() {
        var images =
                JsonMapper.shared().readTree(Path.of(System.getProperty("slipway.images", "/run/slipway/images.json")));
        engine.createNetwork(new NetworkSpec(NAME, "swc-" + NAME.substring(13), LABELS));
        engine.createVolume(NAME + "-docker", LABELS);
        engine.createVolume(NAME + "-containerd", LABELS);
        engine.createNode(new NodeSpec(
                NAME,
                images.get("node").asString(),
                "node1",
                NAME,
                new NodeLimits(DataSize.ofMegabytes(512), 1, 256),
                NAME + "-docker",
                NAME + "-containerd",
                images.get("store").asString(),
                LABELS));
        engine.startNode(NAME);
    }

    @AfterAll
    void removeNode() {
        engine.nodes(LABELS).forEach(node -> engine.removeNode(node.name()));
        engine.networks(LABELS).forEach(network -> engine.removeNetwork(network.name()));
        engine.volumes(LABELS).forEach(volume -> engine.removeVolume(volume.name()));
    }

    @Test
    void shellKnowsItsSizeAlsoAfterItChanged() {
        var client = connect();

        client.type("stty size\r");
        awaitScreen(client, "\r\n24 80\r\n");
        client.send(new Resize(new TerminalSize(101, 33)));
        client.type("sleep 0.5; stty size\r");

        awaitScreen(client, "\r\n33 101\r\n");
    }

    @Test
    void floodArrivesWholeAndInOrder() {
        var client = connect();

        client.type("seq -f 'n%.0f' 300000; echo do''ne\r");

        awaitScreen(client, "\ndone\r\n");
        var numbers = Pattern.compile("\nn(\\d+)\r")
                .matcher(plain(client.screen()))
                .results()
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .toArray();
        assertThat(numbers).hasSize(300_000).isSorted().endsWith(300_000);
    }

    @Test
    void interruptEndsFloodAtOnce() {
        var client = connect();
        client.type("yes\r");
        await().atMost(PATIENCE).until(() -> client.screen().length() > 5_000_000);

        client.type("\u0003");
        client.type("echo st''opped\r");

        awaitScreen(client, "\r\nstopped\r\n");
    }

    @Test
    void exitStatusIsTold() {
        var client = connect();

        client.type("exit 7\r");

        await().atMost(PATIENCE).until(() -> client.only(Exit.class).equals(List.of(new Exit(7))));
        await().until(client::isClosed);
    }

    @Test
    void bigPasteArrivesWhole() {
        var client = connect();
        // Raw, as programs read pastes; a terminal's line has at most 4095 characters.
        client.type("stty raw -echo; head -c 100000 | md5sum; stty sane\r");
        awaitScreen(client, "stty sane");
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);

        for (var i = 0; i < 10; i++) {
            client.type("0123456789".repeat(1000));
        }

        awaitScreen(client, "13572e9e296cff52b79c52148313c3a5");
    }

    private SocketClient connect() {
        var terminal = new TerminalKey(new SandboxId("aaaa1111"), new NodeName("node1"), ++shells);
        var client = SocketClient.open(port, Optional.empty());
        client.send(new Hello(terminals.ticket(anAccount(), terminal), 1, Optional.empty(), new TerminalSize(80, 24)));
        client.awaitWelcome();
        return client;
    }

    private static void awaitScreen(SocketClient client, String text) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var screen = client.screen();
            assertThat(plain(screen.substring(Math.max(0, screen.length() - 4000))))
                    .contains(text);
        });
    }

    /** Without what bash says about bracketed paste around each command. */
    private static String plain(String screen) {
        return screen.replaceAll("\u001b\\[\\?2004[hl]\r?", "");
    }
}

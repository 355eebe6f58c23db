package dev.slipway.terminal.socket;

import static dev.slipway.terminal.session.SomeTerminals.anAccount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.SessionKey;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.sandbox.OneReadySandbox;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.sandbox.provision.RealNode;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.RecordingProperties;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.TerminalProperties;
import dev.slipway.terminal.Terminals;
import dev.slipway.terminal.session.SomeTerminals;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.Frame.Resize;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
import org.springframework.context.annotation.FilterType;

/** Tests of the path from the WebSocket to a shell in a real node. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "slipway.recording.enabled=false")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealShellIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    Terminals terminals;

    private int shells;

    @SpringBootConfiguration
    @ComponentScan(
            basePackages = "dev.slipway.terminal",
            excludeFilters = {
                @ComponentScan.Filter(SpringBootConfiguration.class),
                // Runs only when the whole platform starts.
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.Reattachment")
            })
    @EnableConfigurationProperties({PlatformProperties.class, RecordingProperties.class})
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Platform {
        @Bean
        RealNode node() {
            return RealNode.started();
        }

        @Bean
        TerminalProperties properties() {
            return SomeTerminals.settings();
        }

        @Bean
        OneReadySandbox sandboxes() {
            return new OneReadySandbox(new SandboxId("abcd1234"), new NodeName("node1"));
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
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
        // Raw mode, in which programs read pastes; otherwise a terminal's line has at most 4095 characters.
        client.type("stty raw -echo; echo re''ady; head -c 100000 | md5sum; stty sane\r");
        awaitScreen(client, "ready\n");

        for (var i = 0; i < 10; i++) {
            client.type("0123456789".repeat(1000));
        }

        awaitScreen(client, "13572e9e296cff52b79c52148313c3a5");
    }

    private SocketClient connect() {
        var terminal = new TerminalKey(new SandboxId("aaaa1111"), new NodeName("node1"), ++shells);
        var client = SocketClient.open(port, Optional.empty());
        client.send(new Hello(
                terminals.ticket(anAccount(), SessionKey.unshared(), terminal),
                1,
                Optional.empty(),
                new TerminalSize(80, 24)));
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

    /** Returns the screen without bash's switches of bracketed paste before and after each command. */
    private static String plain(String screen) {
        return screen.replaceAll("\u001b\\[\\?2004[hl]\r?", "");
    }
}

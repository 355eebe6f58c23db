package dev.slipway.terminal.socket;

import static dev.slipway.terminal.session.SomeTerminals.TERMINAL;
import static dev.slipway.terminal.session.SomeTerminals.anAccount;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.RightsLost;
import dev.slipway.account.SessionKey;
import dev.slipway.account.SignedOut;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.sandbox.OneReadySandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.RecordingProperties;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.TerminalProperties;
import dev.slipway.terminal.Terminals;
import dev.slipway.terminal.recording.OutputListener;
import dev.slipway.terminal.recording.Recorder;
import dev.slipway.terminal.recording.Unrecorded;
import dev.slipway.terminal.session.FakeNodes;
import dev.slipway.terminal.session.SomeTerminals;
import dev.slipway.terminal.wire.Frame;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.Frame.Input;
import dev.slipway.terminal.wire.Frame.Role;
import dev.slipway.terminal.wire.Frame.Welcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/** Tests of the path through the real servlet container, with fake nodes. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "slipway.recording.enabled=false")
class TerminalSocketTest {
    private static final AtomicInteger SANDBOXES = new AtomicInteger();
    private final AccountId ada = anAccount();
    private final SandboxId sandbox = new SandboxId("b%07d".formatted(SANDBOXES.incrementAndGet()));

    @LocalServerPort
    int port;

    @Autowired
    Terminals terminals;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    OneReadySandbox machines;

    @Autowired
    Interrupting recorder;

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
        FakeNodes nodes() {
            var nodes = new FakeNodes();
            nodes.echo();
            return nodes;
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

        @Bean
        @Primary
        Interrupting recorder() {
            return new Interrupting();
        }
    }

    /** Records nothing, and lets a test do something while a viewer is being attached to a new session. */
    static final class Interrupting implements Recorder {
        private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});

        @Override
        public OutputListener begin(TerminalKey terminal, TerminalSize size) {
            next.getAndSet(() -> {}).run();
            return new Unrecorded();
        }
    }

    @Test
    void ticketHolderTypesAndSees() {
        var client = connect(terminals.ticket(ada, SessionKey.unshared(), TERMINAL));
        await().until(() -> client.only(Welcome.class).size() == 1);

        client.send(new Input(client.only(Welcome.class).getFirst().input(), ByteBuffer.wrap("hi".getBytes(UTF_8))));

        await().until(() -> client.screen().endsWith("hi"));
        client.socket().abort();
    }

    @Test
    void platformItselfTypesAndSees() {
        var seen = new ByteArrayOutputStream();
        try (var followed = terminals.follow(ada, TERMINAL, new TerminalSize(80, 24), seen::writeBytes)) {
            followed.type("hi".getBytes(UTF_8));
            followed.type(" there".getBytes(UTF_8));

            await().until(() -> seen.toString(UTF_8).endsWith("hi there"));
        }
    }

    @Test
    void frameOfManyKilobytesGetsThrough() {
        var client = connect(terminals.ticket(ada, SessionKey.unshared(), TERMINAL));
        await().until(() -> client.only(Welcome.class).size() == 1);
        var much = "x".repeat(30_000);

        client.send(new Input(client.only(Welcome.class).getFirst().input(), ByteBuffer.wrap(much.getBytes(UTF_8))));

        await().until(() -> client.screen().endsWith(much));
        client.socket().abort();
    }

    @Test
    void ticketWorksOnce() {
        var ticket = terminals.ticket(ada, SessionKey.unshared(), TERMINAL);
        connect(ticket).socket().abort();

        var second = connect(ticket);

        second.awaitClosed(TerminalError.TICKET_REFUSED);
    }

    @Test
    void guessedTicketIsRefused() {
        connect("guess").awaitClosed(TerminalError.TICKET_REFUSED);
    }

    @Test
    void firstFrameMustBeHello() {
        var client = open();

        client.send(new Input(0, ByteBuffer.wrap("rm -rf /\r".getBytes(UTF_8))));

        client.awaitClosed(TerminalError.PROTOCOL_VIOLATED);
    }

    @Test
    void textIsNotSpokenHere() {
        var client = open();

        client.socket().sendText("hello", true).join();

        await().until(() -> client.isClosed());
    }

    @Test
    void hugeFrameEndsTheConnection() {
        var client = connect(terminals.ticket(ada, SessionKey.unshared(), TERMINAL));
        await().until(() -> client.only(Welcome.class).size() == 1);

        client.send(new Input(0, ByteBuffer.allocate(200_000)));

        await().until(() -> client.isClosed());
    }

    @Test
    void droppedSocketHandsDrivingOn() {
        var first = connect(terminals.ticket(ada, SessionKey.unshared(), TERMINAL), 1);
        await().until(() -> first.only(Welcome.class).size() == 1);
        var second = connect(terminals.ticket(ada, SessionKey.unshared(), TERMINAL), 2);
        await().until(() -> second.only(Welcome.class).size() == 1);

        first.socket().abort();

        await().until(() -> second.only(Frame.RoleIs.class).contains(new Frame.RoleIs(Role.DRIVER)));
        second.socket().abort();
    }

    @Test
    void signedOutPersonsSocketsCloseWithinASecond() {
        var client = connect(terminals.ticket(ada, SessionKey.unshared(), TERMINAL));
        await().until(() -> client.only(Welcome.class).size() == 1);

        events.publishEvent(new RightsLost(ada));

        await().atMost(Duration.ofSeconds(1)).until(() -> client.isClosed());
        client.awaitClosed(TerminalError.SIGNED_OUT);
    }

    @Test
    void aSignOutClosesTheSocketsOfItsOwnSessionAlone() {
        var terminal = aTerminal("node1");
        var ended = SessionKey.unshared();
        var inEnded = connect(terminals.ticket(ada, ended, terminal), 1);
        var inOther = connect(terminals.ticket(ada, SessionKey.unshared(), terminal), 2);
        var unused = terminals.ticket(ada, ended, terminal);
        inEnded.awaitWelcome();
        inOther.awaitWelcome();
        var began = System.nanoTime();

        events.publishEvent(new SignedOut(ada, ended));

        await().atMost(Duration.ofSeconds(10)).until(inEnded::isClosed);
        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("sockets of an ended session closed after " + took.toMillis() + " ms (promised: 1000 ms)");
        inEnded.awaitClosed(TerminalError.SIGNED_OUT);
        assertThat(inOther.isClosed()).isFalse();
        connect(unused, 3).awaitClosed(TerminalError.TICKET_REFUSED);
        inOther.socket().abort();
    }

    @Test
    void socketWhoseSessionEndsWhileItsTicketIsRedeemedDoesNotStay() {
        var session = SessionKey.unshared();
        var ticket = terminals.ticket(ada, session, aTerminal("node1"));
        recorder.next.set(() -> terminals.disconnect(session));

        connect(ticket).awaitClosed(TerminalError.SIGNED_OUT);
    }

    @Test
    void socketWhoseAccountLosesRightsWhileItsTicketIsRedeemedDoesNotStay() {
        var ticket = terminals.ticket(ada, SessionKey.unshared(), aTerminal("node1"));
        recorder.next.set(() -> terminals.disconnect(ada));

        connect(ticket).awaitClosed(TerminalError.SIGNED_OUT);
    }

    @Test
    void whatIsTypedAfterASignOutGoesNowhere() {
        var terminal = aTerminal("node1");
        var adas = connect(terminals.ticket(ada, SessionKey.unshared(), terminal));
        adas.awaitWelcome();
        var bobs = connect(terminals.ticket(anAccount(), SessionKey.unshared(), terminal), 2);
        bobs.awaitWelcome();
        events.publishEvent(new RightsLost(ada));
        await().atMost(Duration.ofSeconds(1)).until(adas::isClosed);

        assertThatThrownBy(() -> adas.type("evil")).isInstanceOf(CompletionException.class);

        bobs.type("fine");
        await().until(() -> bobs.screen().contains("fine"));
        assertThat(bobs.screen()).doesNotContain("evil");
        bobs.socket().abort();
    }

    @Test
    void socketsOfASandboxThatEndsCloseWithinASecond() {
        var terminal = aTerminal("node1");
        var client = connect(terminals.ticket(ada, SessionKey.unshared(), terminal));
        client.awaitWelcome();
        events.publishEvent(machines.become(terminal.sandbox(), new SandboxState.Ending()));

        await().atMost(Duration.ofSeconds(1)).until(client::isClosed);
        client.awaitClosed(TerminalError.SANDBOX_OVER);
    }

    @Test
    void ticketOpensItsOwnNodeAndNoOther() {
        var first = connect(terminals.ticket(ada, SessionKey.unshared(), aTerminal("node1")), 1);
        var second = connect(terminals.ticket(ada, SessionKey.unshared(), aTerminal("node2")), 2);
        first.awaitWelcome();
        second.awaitWelcome();

        first.type("one");
        second.type("two");

        await().until(() -> first.screen().contains("one") && second.screen().contains("two"));
        assertThat(first.screen()).doesNotContain("two");
        assertThat(second.screen()).doesNotContain("one");
        first.socket().abort();
        second.socket().abort();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://localhost.evil.example",
                "http://localhost",
                "https://localhost",
                "http://localhost:1",
                "http://127.0.0.1",
                "file://",
                "ws://localhost",
                "localhost",
                "http://localhost@evil.example",
                "http://evil.example/http://localhost"
            })
    void foreignOriginGetsNoSocket(String origin) {
        assertThatThrownBy(() -> open(Optional.of(origin)))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void ownOriginGetsSocket() throws IOException {
        open(Optional.of("http://localhost:" + port)).socket().abort();
    }

    /** Returns a terminal of a sandbox that no other test uses. */
    private TerminalKey aTerminal(String node) {
        return new TerminalKey(sandbox, new NodeName(node), 1);
    }

    private SocketClient connect(String ticket) {
        return connect(ticket, ada.value().getLeastSignificantBits());
    }

    private SocketClient connect(String ticket, long number) {
        var client = open();
        client.send(new Hello(ticket, number, Optional.empty(), new TerminalSize(80, 24)));
        return client;
    }

    private SocketClient open() {
        return open(Optional.empty());
    }

    private SocketClient open(Optional<String> origin) {
        return SocketClient.open(port, origin);
    }
}

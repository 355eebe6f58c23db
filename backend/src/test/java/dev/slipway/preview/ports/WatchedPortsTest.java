package dev.slipway.preview.ports;

import static dev.slipway.preview.SomePreviews.NODE;
import static dev.slipway.preview.SomePreviews.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.engine.CommandResult;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineStream;
import dev.slipway.preview.PortsChanged;
import dev.slipway.preview.PublishedPort;
import dev.slipway.preview.proxy.AppStream;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchedPortsTest {
    private static final PublishedPort WEB = new PublishedPort(NODE, 8080, "web");

    private final Engine engine;
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final WatchedPorts ports;

    WatchedPortsTest() throws IOException {
        engine = new Engine();
        ports = new WatchedPorts(engine, events::add);
    }

    @AfterEach
    void stopEngine() {
        engine.server.stop(0);
    }

    @Test
    void portsThatArePublishedAlreadyAreKnown() {
        engine.runs("8080");

        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> ports.of(SANDBOX).equals(List.of(WEB)));

            assertThat(events).containsExactly(new PortsChanged(SANDBOX, List.of(WEB)));
        }
    }

    @Test
    void portsComeAndGoWithTheirContainers() {
        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> engine.listeners.size() == 1);

            engine.runs("8080");
            await().until(() -> ports.of(SANDBOX).equals(List.of(WEB)));
            engine.runs("");
            await().until(() -> ports.of(SANDBOX).isEmpty());
        }
        assertThat(events)
                .containsExactly(new PortsChanged(SANDBOX, List.of(WEB)), new PortsChanged(SANDBOX, List.of()));
    }

    @Test
    void nodeIsWatchedOnceAndUntilTheLastHasLeft() {
        var first = ports.follow(SANDBOX, List.of(NODE));
        var second = ports.follow(SANDBOX, List.of(NODE));
        await().until(() -> engine.listeners.size() == 1);

        first.close();
        first.close();
        assertThat(engine.open.get()).isPositive();
        second.close();

        await().until(() -> engine.open.get() == 0);
        assertThat(ports.of(SANDBOX)).isEmpty();
    }

    @Test
    void engineThatComesBackIsFollowedAgain() {
        engine.unreachable = true;

        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> engine.refused.get() > 1);
            engine.runs("8080");
            engine.unreachable = false;

            await().atMost(Duration.ofSeconds(15)).until(() -> ports.of(SANDBOX).equals(List.of(WEB)));
        }
    }

    /** A node engine that speaks just enough of Docker's API. */
    private static final class Engine implements NodeStreams {
        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private final Set<LinkedBlockingQueue<String>> listeners = ConcurrentHashMap.newKeySet();
        private volatile String published = "";
        private volatile boolean unreachable;
        private final HttpServer server;

        Engine() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/v1.44/containers/json", exchange -> {
                var body = published.isEmpty()
                        ? "[]"
                        : "[{\"Names\": [\"/web\"], \"Ports\": [{\"PublicPort\": " + published
                                + ", \"Type\": \"tcp\"}]}]";
                exchange.sendResponseHeaders(200, body.length());
                exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
                exchange.close();
            });
            server.createContext("/v1.44/events", this::stream);
            server.start();
        }

        private void stream(HttpExchange exchange) throws IOException {
            var lines = new LinkedBlockingQueue<String>();
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            listeners.add(lines);
            try (exchange) {
                while (true) {
                    exchange.getResponseBody().write(lines.take().getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void runs(String port) {
            published = port;
            listeners.forEach(lines -> lines.add("{\"Type\": \"container\", \"Action\": \"start\"}\n"));
        }

        @Override
        public EngineStream open(SandboxId sandbox, NodeName node, StreamRequest request) {
            assertThat(request).isEqualTo(new StreamRequest.NodeEngine());
            if (unreachable) {
                refused.incrementAndGet();
                throw new EngineException(EngineException.Reason.UNREACHABLE, "away");
            }
            return AppStream.to(server.getAddress().getPort(), open);
        }

        @Override
        public CommandResult run(
                SandboxId sandbox, NodeName node, StreamRequest.Command command, Duration timeout, int outputLimit) {
            throw new UnsupportedOperationException("ports are not found with commands");
        }
    }
}

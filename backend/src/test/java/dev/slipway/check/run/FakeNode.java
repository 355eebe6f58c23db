package dev.slipway.check.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.sandbox.DialledStream;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.OneNode;
import dev.slipway.sandbox.StreamRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A node with an engine that implements as much of Docker's API as checks need, on a socket of this machine. */
final class FakeNode implements OneNode, AutoCloseable {
    /** The only port of the node on which something listens. */
    static final int OPEN = 8088;

    private static final String END = "end";

    /** The way in which the engine responds. */
    enum Mood {
        WELL,
        DOWN,
        HANGING,
        /** Sends events as fast as they are read. */
        FLOODING,
        CONFUSED,
        UNREACHABLE
    }

    private final CountDownLatch gone = new CountDownLatch(1);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<DialledStream> open = ConcurrentHashMap.newKeySet();
    private final List<String> containers = new CopyOnWriteArrayList<>();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Set<LinkedBlockingQueue<String>> subscribers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger waves = new AtomicInteger();
    private final AtomicInteger flooded = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;
    private final AtomicInteger held = new AtomicInteger();
    private volatile Runnable whenAsked = () -> {};
    private volatile Runnable whenHeld = () -> {};

    FakeNode() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1.44/containers/json", exchange -> {
            waves.incrementAndGet();
            whenAsked.run();
            answer(exchange, "[" + String.join(",", containers) + "]");
        });
        server.createContext("/v1.44/images/json", exchange -> answer(exchange, "[]"));
        server.createContext("/v1.44/events", this::stream);
        server.createContext("/held", exchange -> {
            if (held.getAndIncrement() == 0) {
                whenHeld.run();
            }
            answer(exchange, "");
        });
        server.start();
    }

    /** Adds a running container of httpd that publishes port 80 at this port, and sends the start event. */
    FakeNode runs(String name, int port) {
        containers.add("""
                {"Names": ["/%s"], "Image": "httpd", "ImageID": "sha256:a", "State": "running", "Status": "Up 1 second",
                 "Ports": [{"IP": "0.0.0.0", "PrivatePort": 80, "PublicPort": %d, "Type": "tcp"}]}""".formatted(name, port));
        return reports("start", name);
    }

    FakeNode isEmptied() {
        containers.clear();
        return reports("destroy", "all");
    }

    /** Sends an event without any change. */
    FakeNode reports(String action, String name) {
        return reports(action, name, "");
    }

    private FakeNode reports(String action, String name, String exec) {
        var now = Instant.now();
        var nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        var line =
                "{\"Type\": \"container\", \"Action\": \"%s\", \"Actor\": {\"ID\": \"a\", \"Attributes\": {\"name\": \"%s\", \"execID\": \"%s\"}}, \"timeNano\": %d}"
                        .formatted(action, name, exec, nanos);
        events.add(line);
        subscribers.forEach(subscriber -> subscriber.add(line));
        return this;
    }

    /**
     * Changes the way in which the engine responds. An engine that becomes unreachable forgets its events and ends all
     * connections.
     */
    void is(Mood next) {
        mood = next;
        if (next == Mood.DOWN || next == Mood.UNREACHABLE) {
            events.clear();
            subscribers.forEach(subscriber -> subscriber.add(END));
            open.forEach(DialledStream::close);
        }
    }

    /** Sets an action to run in the middle of a wave. */
    void whenAsked(Runnable happening) {
        whenAsked = happening;
    }

    /** Sets an action to run before the first response to the path {@code /held} on the open port. */
    void whenHeld(Runnable happening) {
        whenHeld = happening;
    }

    int waves() {
        return waves.get();
    }

    int openStreams() {
        return open.size();
    }

    int subscribers() {
        return subscribers.size();
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            if (mood == Mood.HANGING) {
                // Longer than any caller waits; ends when the node is closed.
                var _ = gone.await(1, TimeUnit.MINUTES);
            }
            var body = (mood == Mood.CONFUSED ? "<html>" : json).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String flood() {
        return "{\"Type\":\"container\",\"Action\":\"start\",\"Actor\":{\"ID\":\"f%d\",\"Attributes\":{\"name\":\"f\",\"label\":\"%s\"}},\"timeNano\":%d}\n"
                .formatted(flooded.get(), "x".repeat(1000), System.currentTimeMillis() * 1_000_000L + flooded.get());
    }

    /** Returns how many events it has sent while flooding. */
    int flooded() {
        return flooded.get();
    }

    /** Sends the events of one health check of a container, as Docker does. */
    void reportsProbe(String id) {
        reports("exec_create: /bin/sh -c true", "web", id);
        reports("exec_start: /bin/sh -c true", "web", id);
        reports("exec_die", "web", id);
    }

    private void stream(HttpExchange exchange) throws IOException {
        var queue = new LinkedBlockingQueue<String>(events);
        subscribers.add(queue);
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            var body = exchange.getResponseBody();
            body.flush();
            while (mood == Mood.FLOODING) {
                body.write(flood().getBytes(StandardCharsets.UTF_8));
                flooded.incrementAndGet();
            }
            for (var line = queue.take(); !line.equals(END); line = queue.take()) {
                body.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            subscribers.remove(queue);
        }
    }

    @Override
    public NodeStream open(StreamRequest request) {
        if (mood == Mood.UNREACHABLE) {
            throw new NodeException(NodeException.Reason.UNREACHABLE, "no such node");
        }
        var port = server.getAddress().getPort();
        return mood == Mood.DOWN || (request instanceof StreamRequest.Probe(int probed) && probed != OPEN)
                ? DialledStream.refused(port)
                : DialledStream.to(port, open);
    }

    @Override
    public void close() {
        gone.countDown();
        is(Mood.DOWN);
        server.stop(0);
        threads.shutdownNow();
    }
}

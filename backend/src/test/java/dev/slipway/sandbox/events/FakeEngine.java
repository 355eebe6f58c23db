package dev.slipway.sandbox.events;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.DialledStream;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.OneNode;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Node engine on the test's own machine with a small part of Docker's API: events, and one list of containers. Each
 * command prints the same text.
 */
public final class FakeEngine implements OneNode, AutoCloseable {
    private static final String END = "end";
    private static final String SINCE = "since=";

    /** State of the engine, which decides the result of a connection attempt. */
    public enum Mood {
        WELL,
        AWAY,
        FROZEN
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<DialledStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger lists = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> remembered = new CopyOnWriteArrayList<>();
    private final Set<LinkedBlockingQueue<String>> subscribers = ConcurrentHashMap.newKeySet();
    private volatile String containers = "[]";
    private volatile String printed = "";
    private volatile Runnable whenListing = () -> {};
    private volatile Mood mood = Mood.WELL;

    public FakeEngine() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1.44/containers/json", this::list);
        server.createContext("/v1.44/events", this::stream);
        server.start();
    }

    /** Returns the event streams that the platform would have for this engine. */
    public NodeEvents events() {
        return SomeNodeEvents.of(this);
    }

    /** Reports an event of a container. */
    public void reports(String action) {
        says("{\"Type\": \"container\", \"Action\": \"%s\"}".formatted(action));
    }

    /** Sends several lines at once. */
    public void says(String... lines) {
        var text = String.join("\n", lines);
        remembered.add(text);
        subscribers.forEach(subscriber -> subscriber.add(text));
    }

    /** Changes the state. An engine that becomes unreachable forgets its events and ends all connections. */
    public void is(Mood next) {
        mood = next;
        if (next == Mood.AWAY) {
            restarts();
        }
    }

    /** Restarts the engine: it is reachable again at once, but has forgotten its events. */
    public void restarts() {
        remembered.clear();
        subscribers.forEach(subscriber -> subscriber.add(END));
    }

    public void lists(String json) {
        containers = json;
    }

    /** Sets the output of all commands in the node. */
    public void prints(String text) {
        printed = text;
    }

    /** Sets an action that runs while the list of containers is requested. */
    public void whenListing(Runnable happening) {
        whenListing = happening;
    }

    /** Returns the queries with which event streams were opened, in order. */
    public List<String> asked() {
        return asked;
    }

    public int openStreams() {
        return open.size();
    }

    public int refused() {
        return refused.get();
    }

    /** Returns how many lists of containers were requested. */
    public int listed() {
        return lists.get();
    }

    private void list(HttpExchange exchange) throws IOException {
        lists.incrementAndGet();
        whenListing.run();
        try (exchange) {
            var body = containers.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        var lines = new LinkedBlockingQueue<String>();
        if (query != null && query.startsWith(SINCE)) {
            lines.addAll(remembered);
        }
        subscribers.add(lines);
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            asked.add(query == null ? "" : query.substring(SINCE.length()));
            for (var line = lines.take(); !line.equals(END); line = lines.take()) {
                exchange.getResponseBody().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            subscribers.remove(lines);
        }
    }

    @Override
    public NodeStream open(StreamRequest request) {
        if (!request.equals(new StreamRequest.NodeEngine())) {
            throw new UnsupportedOperationException("only the engine is used");
        }
        requireReach();
        return DialledStream.to(server.getAddress().getPort(), open);
    }

    private void requireReach() {
        switch (mood) {
            case WELL -> {}
            case AWAY -> {
                refused.incrementAndGet();
                throw new NodeException(NodeException.Reason.UNREACHABLE, "away");
            }
            case FROZEN -> {
                refused.incrementAndGet();
                throw new UserFacingException(SandboxError.SANDBOX_NOT_READY);
            }
        }
    }

    @Override
    public CommandResult run(StreamRequest.Command command, Duration timeout, int outputLimit) {
        requireReach();
        return new CommandResult(0, printed, "", false);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

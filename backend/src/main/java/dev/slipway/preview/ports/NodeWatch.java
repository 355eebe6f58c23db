package dev.slipway.preview.ports;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.StreamHttpClient;
import dev.slipway.engine.json.MemoryBudget;
import dev.slipway.engine.support.Pace;
import dev.slipway.preview.PublishedPort;
import dev.slipway.sandbox.NodeEvent;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the published ports of one node: a list of its containers, and a new one after each event that may have changed
 * it. Lists are asked for on a virtual thread of its own, so that those who follow the same events wait for none.
 */
final class NodeWatch implements NodeEvents.Follower, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeWatch.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);
    /** After a few times in vain; an engine that comes back reports an event, which is heard at once. */
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(16);
    /** Of events that come together, the last one is enough; nobody sees a button this much sooner. */
    private static final Duration CALM = Duration.ofMillis(20);

    /** Lists that are asked for one after the other, as when a Compose project starts; then two each second. */
    private static final int LISTS = 20;

    private static final Duration LIST_INTERVAL = Duration.ofMillis(500);
    private static final int OK = 200;

    /** What the engines in our nodes speak, and later ones too. */
    private static final String CONTAINERS = "/v1.44/containers/json";

    private static final Set<String> TELLING = Set.of("start", "die", "destroy");

    private final NodeStreams streams;
    private final SandboxId sandbox;
    private final NodeName node;
    private final BiConsumer<NodeName, List<PublishedPort>> seen;
    private final MemoryBudget memory;
    private final Semaphore signals = new Semaphore(0);
    private final Pace pace = new Pace(LIST_INTERVAL, LISTS);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean reachable = true;
    private volatile NodeEvents.@Nullable Following following;

    NodeWatch(
            NodeStreams streams,
            MemoryBudget memory,
            SandboxId sandbox,
            NodeName node,
            BiConsumer<NodeName, List<PublishedPort>> seen) {
        this.streams = streams;
        this.memory = memory;
        this.sandbox = sandbox;
        this.node = node;
        this.seen = seen;
    }

    /** The events first and then the list, so that nothing is missed in between. */
    void start(NodeEvents events) {
        following = events.follow(sandbox, node, this);
        Thread.ofVirtual().name("ports-" + sandbox + "-" + node).start(this::look);
    }

    @Override
    public void event(NodeEvent event) {
        if (event.type().equals("container") && TELLING.contains(event.action())) {
            signals.release();
        }
    }

    @Override
    public void opened(Optional<Instant> brokenSince) {
        reachable = true;
        signals.release();
    }

    @Override
    public void away() {
        reachable = false;
        signals.release();
    }

    private void look() {
        try (var http =
                new StreamHttpClient(() -> streams.open(sandbox, node, new StreamRequest.NodeEngine()), "docker")) {
            var retry = RETRY;
            while (!closed.await(Math.max(CALM.toNanos(), pace.nanosLeft()), TimeUnit.NANOSECONDS)) {
                pace.step();
                signals.drainPermits();
                if (isKnown(http)) {
                    retry = RETRY;
                    signals.acquire();
                } else {
                    var _ = signals.tryAcquire(retry.toMillis(), TimeUnit.MILLISECONDS);
                    retry = retry.compareTo(LONGEST_RETRY) < 0 ? retry.multipliedBy(2) : retry;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is nothing to find out until the next signal. */
    private boolean isKnown(StreamHttpClient http) {
        if (!reachable) {
            seen.accept(node, List.of());
            return true;
        }
        try {
            list(http);
            return true;
        } catch (UserFacingException e) {
            // Machines that sleep publish what they did before.
            LOG.debug("ports not known sandbox={} node={}", sandbox, node, e);
            return false;
        } catch (IOException | EngineException e) {
            LOG.debug("ports not known sandbox={} node={}", sandbox, node, e);
            seen.accept(node, List.of());
            return false;
        }
    }

    private void list(StreamHttpClient http) throws IOException {
        try (var share = memory.share()) {
            var ports = http.read(
                    CONTAINERS,
                    TIMEOUT,
                    (status, type, body) -> status == OK
                            ? Optional.of(ContainerPorts.read(node, body, share))
                            : Optional.<List<PublishedPort>>empty());
            ports.ifPresent(known -> seen.accept(node, known));
        }
    }

    @Override
    public void close() {
        var followed = following;
        if (followed != null) {
            followed.close();
        }
        closed.countDown();
        signals.release();
    }
}

package dev.slipway.preview.ports;

import dev.slipway.platform.RateLimiter;
import dev.slipway.preview.OpenPort;
import dev.slipway.sandbox.NodeEvent;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeHandle;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.http.StreamHttpClient;
import dev.slipway.sandbox.json.MemoryBudget;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the open ports of one node: it lists the containers, and lists them again after each event that may have
 * changed their ports. No event announces that a container on the node's own network begins to listen, so while such a
 * container exists, the watch queries the node periodically. The watch lists and queries on its own virtual thread, so
 * that other followers of the events do not wait.
 */
final class NodeWatch implements NodeEvents.Follower, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeWatch.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /**
     * Maximum delay before a query is repeated, reached after a few repetitions. An event from the engine triggers a
     * query at once.
     */
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(16);
    /**
     * Maximum number of reported ports: as many buttons as fit on a screen. A learner can type the number of another
     * port.
     */
    private static final int MAX_PORTS = 128;
    /** Debounce: one list is enough for several events within this time, which is too short for a learner to notice. */
    private static final Duration CALM = Duration.ofMillis(20);

    /**
     * Number of lists that may be requested in quick succession, for instance when a Compose project starts. After
     * that, two lists per second are requested.
     */
    private static final int LISTS = 20;

    private static final Duration LIST_INTERVAL = Duration.ofMillis(500);
    private static final int OK = 200;

    /** Path of the list. The engines in our nodes and all later engines support this API version. */
    private static final String CONTAINERS = "/v1.44/containers/json";

    private static final Set<String> TELLING = Set.of("start", "die", "destroy");

    private final NodeHandle handle;
    private final SandboxId sandbox;
    private final NodeName node;
    private final BiConsumer<NodeName, List<OpenPort>> seen;
    private final MemoryBudget memory;
    private final Listeners listeners;
    private final Semaphore signals = new Semaphore(0);
    private final RateLimiter pace = new RateLimiter(LIST_INTERVAL, LISTS);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean reachable = true;
    private volatile NodeEvents.@Nullable Following following;

    NodeWatch(
            NodeHandle handle,
            MemoryBudget memory,
            SandboxId sandbox,
            NodeName node,
            BiConsumer<NodeName, List<OpenPort>> seen) {
        this.handle = handle;
        this.memory = memory;
        this.sandbox = sandbox;
        this.node = node;
        this.seen = seen;
        this.listeners = new Listeners(handle, sandbox, node);
    }

    /** Follows the events before it requests the list, so that no change is missed in between. */
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
        try (var http = new StreamHttpClient(() -> handle.open(new StreamRequest.NodeEngine()), "docker")) {
            var listed = Optional.<ContainerList>empty();
            var retry = RETRY;
            while (!closed.await(Math.max(CALM.toNanos(), pace.nanosLeft()), TimeUnit.NANOSECONDS)) {
                pace.step();
                if (signals.drainPermits() > 0) {
                    listed = Optional.empty();
                }
                listed = looked(http, listed);
                if (listed.isPresent() && listed.get().onHostNetwork().isEmpty()) {
                    signals.acquire();
                } else if (!signals.tryAcquire(retry.toMillis(), TimeUnit.MILLISECONDS)) {
                    retry = retry.compareTo(LONGEST_RETRY) < 0 ? retry.multipliedBy(2) : retry;
                    continue;
                }
                listed = Optional.empty();
                retry = RETRY;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Determines the open ports and reports them.
     *
     * @param listed the containers of the last list, or empty if they may have changed. A list that is still valid is
     *     reused, because the engine of a paused node does not answer on a connection that was kept open
     * @return the current containers; empty if they must be listed again soon
     */
    private Optional<ContainerList> looked(StreamHttpClient http, Optional<ContainerList> listed) {
        if (!reachable) {
            seen.accept(node, List.of());
            return Optional.of(ContainerList.NONE);
        }
        try {
            var containers = listed.isPresent() ? listed : listed(http);
            containers.ifPresent(list -> seen.accept(node, ports(list)));
            return containers.or(() -> Optional.of(ContainerList.NONE));
        } catch (UserFacingException e) {
            // A frozen machine publishes the same ports as before.
            LOG.debug("ports unknown sandbox={} node={}", sandbox, node, e);
            return listed;
        } catch (IOException | NodeException e) {
            LOG.debug("ports unknown sandbox={} node={}", sandbox, node, e);
            seen.accept(node, List.of());
            return Optional.empty();
        }
    }

    private Optional<ContainerList> listed(StreamHttpClient http) throws IOException {
        try (var share = memory.share()) {
            return http.read(
                    CONTAINERS,
                    TIMEOUT,
                    (status, type, body) -> status == OK
                            ? Optional.of(ContainerList.read(node, body, share))
                            : Optional.<ContainerList>empty());
        }
    }

    private List<OpenPort> ports(ContainerList list) {
        var byNumber = new TreeMap<Integer, OpenPort>();
        Stream.concat(list.published().stream(), listeners.of(list.onHostNetwork()).stream())
                .forEach(port -> byNumber.putIfAbsent(port.number(), port));
        return byNumber.values().stream().limit(MAX_PORTS).toList();
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

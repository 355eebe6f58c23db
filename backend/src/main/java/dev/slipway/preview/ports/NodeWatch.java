package dev.slipway.preview.ports;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.StreamHttpClient;
import dev.slipway.preview.PublishedPort;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one node engine on a virtual thread of its own: a list of its containers, and a new one after each event that
 * may have changed it. The field that both threads use is volatile.
 */
final class NodeWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeWatch.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Some hundred containers. */
    private static final int LIST_LIMIT = 1024 * 1024;

    /** What the engines in our nodes speak, and later ones too. */
    private static final String API = "/v1.44";

    private static final String EVENTS = API + "/events?filters="
            + URLEncoder.encode(
                    "{\"type\":[\"container\"],\"event\":[\"start\",\"die\",\"destroy\"]}", StandardCharsets.UTF_8);

    private final NodeStreams streams;
    private final SandboxId sandbox;
    private final NodeName node;
    private final BiConsumer<NodeName, List<PublishedPort>> seen;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable InputStream open;

    NodeWatch(NodeStreams streams, SandboxId sandbox, NodeName node, BiConsumer<NodeName, List<PublishedPort>> seen) {
        this.streams = streams;
        this.sandbox = sandbox;
        this.node = node;
        this.seen = seen;
    }

    void start() {
        Thread.ofVirtual().name("ports-" + sandbox + "-" + node).start(this::follow);
    }

    private void follow() {
        var pause = FIRST_PAUSE;
        do {
            try (var http =
                    new StreamHttpClient(() -> streams.open(sandbox, node, new StreamRequest.NodeEngine()), "docker")) {
                read(http);
                pause = FIRST_PAUSE;
            } catch (IOException | EngineException | UserFacingException e) {
                LOG.debug("ports not known sandbox={} node={}", sandbox, node, e);
                // Machines that sleep publish what they did before.
                if (!(e instanceof UserFacingException)) {
                    seen.accept(node, List.of());
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } while (!isClosedWithin(pause));
    }

    /** The events first and then the list, so that nothing is missed in between. */
    private void read(StreamHttpClient http) throws IOException {
        try (var events = new BufferedInputStream(http.stream(EVENTS, TIMEOUT))) {
            open = events;
            if (isClosedWithin(Duration.ZERO)) {
                return;
            }
            look(http);
            for (var next = events.read(); next >= 0; next = events.read()) {
                // Of several events that have come already, the last one is enough.
                if (next == '\n' && events.available() == 0) {
                    look(http);
                }
            }
        } finally {
            open = null;
        }
    }

    private void look(StreamHttpClient http) throws IOException {
        var answer = http.get(API + "/containers/json", TIMEOUT, LIST_LIMIT);
        if (answer.status() == 200 && !answer.truncated()) {
            seen.accept(node, ContainerPorts.read(node, answer.body()));
        }
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        var stream = open;
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                LOG.debug("closing event stream failed sandbox={}", sandbox, e);
            }
        }
    }
}

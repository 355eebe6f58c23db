package dev.slipway.sandbox.events;

import dev.slipway.platform.RateLimiter;
import dev.slipway.sandbox.NodeEvent;
import dev.slipway.sandbox.NodeEvents.Follower;
import dev.slipway.sandbox.NodeHandle;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.events.EventSubscribers.Seat;
import dev.slipway.sandbox.http.StreamHttpClient;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one node engine's event stream on its own virtual thread, and reopens the stream until the subscription is
 * closed. Fields that several threads use are volatile or from {@code java.util.concurrent}.
 */
final class Subscription implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** Timeout for opening the stream. An attached machine may be reached by ssh, which is slow on a busy machine. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** Path with an API version that the engines in our nodes and later engines support. */
    private static final String EVENTS = "/v1.44/events";

    /**
     * Number of steps that are possible without waiting: enough for two hundred containers that are created, started,
     * stopped and removed at once.
     */
    private static final int RESERVE = 4_000;
    /**
     * Time for each step after the reserve is used up: two hundred steps a second, for which a processor needs a few
     * hundredths of a second.
     */
    private static final Duration INTERVAL = Duration.ofMillis(5);

    private final NodeHandle engine;
    private final SandboxId sandbox;
    private final NodeName node;
    private final EventReader reader;
    private final Clock clock;
    /**
     * Shared by all streams of the engine, so that an engine that ends its stream is not read faster after the stream
     * is reopened.
     */
    private final RateLimiter pace = new RateLimiter(INTERVAL, RESERVE);

    private final EventSubscribers audience = new EventSubscribers();
    private final AtomicBoolean started = new AtomicBoolean();
    /** Each permit is a request to replace the open stream by a new one. */
    private final Semaphore renewals = new Semaphore(0);

    private volatile boolean closed;
    private volatile @Nullable InputStream open;
    private Optional<Instant> brokenSince = Optional.empty();
    private boolean away;

    Subscription(NodeHandle engine, SandboxId sandbox, NodeName node, EventReader reader, Clock clock) {
        this.engine = engine;
        this.sandbox = sandbox;
        this.node = node;
        this.reader = reader;
        this.clock = clock;
    }

    void join(Seat seat) {
        audience.join(seat);
    }

    /** Removes a follower; returns whether it was the last one. */
    boolean leave(Seat seat) {
        return audience.leave(seat);
    }

    /** Starts the stream for the first follower; reopens it for a follower that wants older events. */
    void serve(Seat seat) {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("events-" + sandbox + "-" + node).start(this::follow);
        } else if (seat.waits()) {
            renew();
        }
    }

    private void follow() {
        var pause = FIRST_PAUSE;
        do {
            renewals.drainPermits();
            var began = clock.instant();
            try (var http = new StreamHttpClient(this::dial, "docker")) {
                listen(http);
                pause = FIRST_PAUSE;
                if (!isToBeRenewed()) {
                    brokenSince = Optional.of(clock.instant());
                }
            } catch (IOException | RuntimeException e) {
                LOG.debug("event stream not open sandbox={} node={}", sandbox, node, e);
                brokenSince = brokenSince.or(() -> Optional.of(began));
                failed(e);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } while (!isClosedAfter(pause));
    }

    private NodeStream dial() {
        return engine.open(new StreamRequest.NodeEngine());
    }

    /**
     * Opens the stream and reads events until the stream ends or fails. Throws an exception only if the stream cannot
     * be opened.
     */
    private void listen(StreamHttpClient http) throws IOException {
        try (var stream = new EventThrottle(http.stream(path(audience.since()), CONNECT_TIMEOUT), pace)) {
            open = stream;
            if (isToBeRenewed()) {
                return;
            }
            var since = brokenSince;
            brokenSince = Optional.empty();
            away = false;
            audience.tell(follower -> follower.opened(since));
            read(stream);
        } finally {
            open = null;
        }
    }

    private void read(EventThrottle stream) {
        var lines = new EventLines(new BufferedInputStream(stream));
        try {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                stream.step();
                if (stream.isLate()) {
                    audience.tell(Follower::missed);
                }
                parsed(line.get()).ifPresent(event -> audience.tell(follower -> follower.event(event)));
            }
        } catch (IOException e) {
            LOG.debug("event stream broken sandbox={} node={}", sandbox, node, e);
        }
    }

    private Optional<NodeEvent> parsed(byte[] line) {
        try {
            return Optional.of(reader.read(line));
        } catch (IOException e) {
            LOG.debug("unreadable event sandbox={} node={}", sandbox, node, e);
            return Optional.empty();
        }
    }

    private void failed(Exception reason) {
        if (!away && !(reason instanceof UserFacingException)) {
            away = true;
            audience.tell(follower -> follower.away());
        }
    }

    private static String path(Optional<Instant> since) {
        return since.map(from -> EVENTS + "?since=" + from.getEpochSecond() + "." + "%09d".formatted(from.getNano()))
                .orElse(EVENTS);
    }

    private boolean isToBeRenewed() {
        return renewals.availablePermits() > 0;
    }

    private boolean isClosedAfter(Duration pause) {
        try {
            if (!closed) {
                var _ = renewals.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
            return closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void renew() {
        renewals.release();
        var stream = open;
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                LOG.debug("closing event stream failed sandbox={}", sandbox, e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        renew();
    }
}

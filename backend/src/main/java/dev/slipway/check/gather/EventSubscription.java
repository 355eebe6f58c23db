package dev.slipway.check.gather;

import dev.slipway.check.fact.EventsFact.Event;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.StreamHttpClient;
import dev.slipway.shared.UserFacingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows a node engine's event stream into a log on a virtual thread of its own, opening it anew for as long as it is
 * not closed. The fields that both threads use are volatile.
 */
final class EventSubscription implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventSubscription.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** Our own looking into containers makes these; a learner's {@code docker cp} cannot be told from it. */
    private static final String OUR_ARCHIVE = "archive-path";
    /** Nothing has changed yet when these are reported. */
    private static final Set<String> QUIET = Set.of("exec_create", "exec_start", "attach", "resize");

    private final NodeAccess access;
    private final EventLog log;
    private final Clock clock;
    private final Duration connectTimeout;
    private final Runnable changed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable InputStream open;

    EventSubscription(NodeAccess access, EventLog log, Clock clock, Duration connectTimeout, Runnable changed) {
        this.access = access;
        this.log = log;
        this.clock = clock;
        this.connectTimeout = connectTimeout;
        this.changed = changed;
    }

    void start() {
        Thread.ofVirtual()
                .name("events-" + access.sandbox() + "-" + access.node())
                .start(this::follow);
    }

    private void follow() {
        var pause = FIRST_PAUSE;
        Optional<Instant> brokenAt = Optional.empty();
        do {
            var began = clock.instant();
            try (var http = new StreamHttpClient(access::engine, "docker")) {
                read(http, brokenAt);
                pause = FIRST_PAUSE;
                brokenAt = Optional.of(clock.instant());
            } catch (IOException | EngineException | UserFacingException e) {
                LOG.debug("event stream not open sandbox={} node={}", access.sandbox(), access.node(), e);
                if (brokenAt.isPresent() && pause.equals(FIRST_PAUSE)) {
                    changed.run();
                }
                brokenAt = brokenAt.or(() -> Optional.of(began));
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } while (!isClosedWithin(pause));
    }

    /** Reads until the stream ends; an error after it was open ends it as well. */
    private void read(StreamHttpClient http, Optional<Instant> brokenAt) throws IOException {
        var since = log.since();
        var path = NodeEngineApi.VERSION + "/events?since=" + since.getEpochSecond() + "."
                + "%09d".formatted(since.getNano());
        try (var stream = http.stream(path, connectTimeout)) {
            open = stream;
            if (isClosedWithin(Duration.ZERO)) {
                return;
            }
            brokenAt.ifPresent(from -> log.broken(from, clock.instant()));
            changed.run();
            var lines = new EventLines(new BufferedInputStream(stream));
            try {
                for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                    accept(line.get());
                }
            } catch (IOException e) {
                LOG.debug("event stream broken sandbox={} node={}", access.sandbox(), access.node(), e);
            }
        } finally {
            open = null;
        }
    }

    private void accept(String line) {
        Event event;
        try {
            var json = JsonMapper.shared().readTree(line);
            event = EngineAnswers.event(json);
        } catch (JacksonException e) {
            LOG.debug("unreadable event sandbox={} node={}", access.sandbox(), access.node());
            return;
        }
        var ours = event.name().startsWith(ImageFiles.NAME_PREFIX)
                || event.action().equals(OUR_ARCHIVE);
        if (!ours && log.add(event) && !QUIET.contains(event.action())) {
            changed.run();
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
                LOG.debug("closing event stream failed sandbox={}", access.sandbox(), e);
            }
        }
    }
}

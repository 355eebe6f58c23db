package dev.slipway.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Stops the platform when {@code frontend/watch}, a program outside of the container, reports that the published port
 * does not answer. Docker then restarts the container with a new forwarding of the port. If that program does not run,
 * this class does nothing.
 */
@Component
class PublishedPortWatch {
    private static final Logger log = LoggerFactory.getLogger(PublishedPortWatch.class);
    private static final long PERIOD_MILLIS = 5_000;

    /** Exit status of an unavailable service, as defined in sysexits.h. */
    private static final int UNAVAILABLE = 69;

    /**
     * Time after the start for which reports are ignored: two periods of {@code frontend/watch}. A report within this
     * time may concern requests that were sent while the platform was still starting.
     */
    private static final Duration SETTLING = Duration.ofSeconds(20);

    private final Optional<Path> note;
    private final Clock clock;
    private volatile @Nullable Instant ready;

    PublishedPortWatch(ConnectionProperties properties, Clock clock) {
        this.note = properties.note();
        this.clock = clock;
    }

    @EventListener
    void on(ApplicationReadyEvent started) {
        ready = clock.instant();
    }

    @Scheduled(fixedDelay = PERIOD_MILLIS)
    void look() {
        if (note.filter(this::isAboutUs).isPresent()) {
            log.error("the published port does not answer from outside, stopping so that Docker restarts the platform");
            // A separate thread calls exit: the shutdown waits for this thread, so a call from here would deadlock.
            Thread.ofPlatform().name("unreachable").start(() -> System.exit(UNAVAILABLE));
        }
    }

    /** Returns whether the report was written after this platform had been ready for {@link #SETTLING}. */
    boolean isAboutUs(Path file) {
        var since = ready;
        try {
            return since != null && Files.getLastModifiedTime(file).toInstant().isAfter(since.plus(SETTLING));
        } catch (IOException none) {
            return false;
        }
    }
}

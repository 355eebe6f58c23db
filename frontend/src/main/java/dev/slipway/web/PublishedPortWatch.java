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
 * Ends the platform when a watch outside of its container says that nobody can reach it: Docker then starts it again, with
 * new forwarding of its port. The watch is {@code frontend/watch}; where there is none, nothing happens.
 */
@Component
class PublishedPortWatch {
    private static final Logger log = LoggerFactory.getLogger(PublishedPortWatch.class);
    private static final long PERIOD_MILLIS = 5_000;

    /** As sysexits.h has it for a service that is not available. */
    private static final int UNAVAILABLE = 69;

    /** Two of the watch's questions: a note of before may be about the time when the platform was still starting. */
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
            log.error(
                    "the published port does not answer from outside, ending so that Docker starts the platform again");
            // The shutdown waits for this thread, so that it cannot be this one that shuts down.
            Thread.ofPlatform().name("unreachable").start(() -> System.exit(UNAVAILABLE));
        }
    }

    /** Whether the note was written after this platform had been ready for a while. */
    boolean isAboutUs(Path file) {
        var since = ready;
        try {
            return since != null && Files.getLastModifiedTime(file).toInstant().isAfter(since.plus(SETTLING));
        } catch (IOException none) {
            return false;
        }
    }
}

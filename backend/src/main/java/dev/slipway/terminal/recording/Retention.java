package dev.slipway.terminal.recording;

import dev.slipway.terminal.RecordingProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes recordings after their retention time, also if their attempt no longer exists. */
@Component
final class Retention {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final RecordingFolder folder;
    private final RecordingProperties properties;
    private final Clock clock;

    Retention(RecordingFolder folder, RecordingProperties properties, Clock clock) {
        this.folder = folder;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT2M")
    void removeOld() {
        var oldest = clock.instant().minus(properties.retention());
        var removed = 0;
        for (var sandbox : folder.sandboxes()) {
            try {
                for (var recording : folder.of(sandbox)) {
                    if (recording.lastWritten().isBefore(oldest)) {
                        folder.delete(recording.id());
                        removed++;
                    }
                }
                folder.deleteIfEmpty(sandbox);
            } catch (IOException | UncheckedIOException failure) {
                log.warn("old recordings not removed sandbox={} cause={}", sandbox, failure.toString());
            }
        }
        if (removed > 0) {
            log.info("old recordings removed count={}", removed);
        }
    }
}

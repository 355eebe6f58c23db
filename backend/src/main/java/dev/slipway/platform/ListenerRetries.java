package dev.slipway.platform;

import java.time.Duration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Calls {@link RecordedListener}s again after they have failed. */
@Component
class ListenerRetries {
    /** Minimum age of an event for a retry: long enough for a short outage of the database or of an engine to end. */
    private static final Duration MIN_AGE = Duration.ofSeconds(30);

    /**
     * Number of failures after which a listener is called again only at the next start of the platform. A listener that
     * fails this often fails because of a defect.
     */
    private static final int MAX_ATTEMPTS = 5;

    private final FailedEventPublications failed;

    ListenerRetries(FailedEventPublications failed) {
        this.failed = failed;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void retry() {
        failed.resubmit(ResubmissionOptions.defaults()
                .withMinAge(MIN_AGE)
                .withFilter(publication -> publication.getCompletionAttempts() < MAX_ATTEMPTS));
    }
}

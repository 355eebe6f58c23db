package dev.slipway.ui.shell;

import static org.awaitility.Awaitility.await;

import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptChanged;
import org.springframework.context.ApplicationEventPublisher;

/** Publishes events as modules do, and waits until the screen that follows them has been updated. */
public final class Shown {
    private Shown() {}

    public static AttemptChanged changed(Attempt attempt) {
        return new AttemptChanged(attempt.id(), attempt.learner(), 1);
    }

    /** @param roundTrip lets the page do what waits for its session */
    public static void publish(ApplicationEventPublisher events, LiveEvents live, Object event, Runnable roundTrip) {
        var before = live.updates();
        events.publishEvent(event);
        await().pollInSameThread().until(() -> {
            roundTrip.run();
            return live.updates() > before;
        });
    }
}

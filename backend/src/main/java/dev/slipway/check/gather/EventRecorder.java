package dev.slipway.check.gather;

import dev.slipway.sandbox.NodeEvent;
import dev.slipway.sandbox.NodeEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Records an engine's events in a log, and calls a callback when the objects of the engine may have changed. */
final class EventRecorder implements NodeEvents.Follower {
    /**
     * Action of the event that the platform causes when it reads files of containers. A learner's {@code docker cp}
     * causes the same event, so both are ignored.
     */
    private static final String OUR_ARCHIVE = "archive-path";

    private final Routine routine = new Routine();
    private final EventLog log;
    private final Clock clock;
    private final Runnable changed;

    EventRecorder(EventLog log, Clock clock, Runnable changed) {
        this.log = log;
        this.clock = clock;
        this.changed = changed;
    }

    @Override
    public Optional<Instant> since() {
        return Optional.of(log.since());
    }

    @Override
    public void event(NodeEvent reported) {
        var event = EngineAnswers.event(reported);
        var ours = event.name().startsWith(ImageFiles.NAME_PREFIX)
                || event.action().equals(OUR_ARCHIVE);
        var matters = !routine.includes(reported) || log.isWanted(event);
        if (!ours && log.add(event, matters) && matters) {
            changed.run();
        }
    }

    @Override
    public void opened(Optional<Instant> brokenSince) {
        brokenSince.ifPresent(from -> log.broken(from, clock.instant()));
        changed.run();
    }

    @Override
    public void missed() {
        log.missed(clock.instant());
        changed.run();
    }

    @Override
    public void away() {
        changed.run();
    }
}

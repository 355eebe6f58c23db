package dev.slipway.attempt.progress;

import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.attempt.persistence.EvidenceEntities;
import dev.slipway.attempt.persistence.EvidenceEntity;
import dev.slipway.check.Verdict;
import dev.slipway.lab.Labs;
import dev.slipway.lab.TaskId;
import dev.slipway.platform.RecordedListener;
import dev.slipway.terminal.Recordings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Adds a marker to the recordings when a task passes, fails or cannot be checked any more. */
@Component
class VerdictMarker {
    /**
     * Maximum age of a verdict for which a marker is added. A marker is always added at the current end of the
     * recording, which is the wrong place for an older verdict.
     */
    private static final Duration MAX_AGE = Duration.ofSeconds(10);

    private final AttemptStore attempts;
    private final EvidenceEntities evidence;
    private final Labs labs;
    private final Recordings recordings;
    private final Clock clock;

    VerdictMarker(AttemptStore attempts, EvidenceEntities evidence, Labs labs, Recordings recordings, Clock clock) {
        this.attempts = attempts;
        this.evidence = evidence;
        this.labs = labs;
        this.recordings = recordings;
        this.clock = clock;
    }

    @RecordedListener
    void on(VerdictTurned event) {
        var oldest = clock.instant().minus(MAX_AGE);
        evidence.findById(event.evidence())
                .filter(kept -> kept.decidedAt().isAfter(oldest))
                .map(EvidenceEntity::verdict)
                .ifPresent(verdict -> attempts.find(event.attempt())
                        .ifPresent(attempt ->
                                recordings.mark(event.sandbox(), word(verdict) + ": " + title(attempt, event.task()))));
    }

    private String title(AttemptEntity attempt, TaskId task) {
        return labs.find(attempt.lab())
                .flatMap(lab -> lab.task(task))
                .map(known -> known.title(attempt.variables()))
                .orElse(task.value());
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Passed _ -> "passed";
            case Verdict.Failed _ -> "failed";
            case Verdict.Errored _, Verdict.TimedOut _ -> "not checked";
        };
    }
}

package dev.slipway.ui.catalog;

import dev.slipway.attempt.AttemptSummary;
import dev.slipway.lab.LabId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A learner's progress in labs. For each lab, the list contains the open attempt and the best ended attempt, if they
 * exist.
 */
record LabProgress(List<AttemptSummary> attempts) {

    Optional<AttemptSummary> open(LabId lab) {
        return of(lab).filter(AttemptSummary::isOpen).findFirst();
    }

    /** Returns the best ended attempt of a lab. */
    Optional<AttemptSummary> best(LabId lab) {
        return of(lab).filter(attempt -> !attempt.isOpen()).findFirst();
    }

    boolean hasPassed(LabId lab) {
        return best(lab).filter(attempt -> attempt.progress().passed()).isPresent();
    }

    private Stream<AttemptSummary> of(LabId lab) {
        return attempts.stream().filter(attempt -> attempt.lab().id().equals(lab));
    }
}

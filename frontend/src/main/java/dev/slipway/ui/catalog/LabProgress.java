package dev.slipway.ui.catalog;

import dev.slipway.attempt.AttemptSummary;
import dev.slipway.lab.LabId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a learner is with labs, read from their open and best attempts. */
record LabProgress(List<AttemptSummary> attempts) {

    Optional<AttemptSummary> open(LabId lab) {
        return of(lab).filter(AttemptSummary::isOpen).findFirst();
    }

    /** The best ended attempt. */
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

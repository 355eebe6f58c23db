package dev.slipway.ui.catalog;

import dev.slipway.attempt.Attempt;
import dev.slipway.lab.LabId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A learner's progress in labs, derived from the learner's attempts. */
record LabProgress(List<Attempt> attempts) {

    Optional<Attempt> open(LabId lab) {
        return of(lab).filter(Attempt::isOpen).findFirst();
    }

    /** Returns the ended attempt with the highest score. */
    Optional<Attempt> best(LabId lab) {
        return of(lab).filter(attempt -> !attempt.isOpen()).max(Comparator.comparingInt(Attempt::score));
    }

    boolean hasPassed(LabId lab) {
        return of(lab).anyMatch(attempt -> !attempt.isOpen() && attempt.passed());
    }

    private Stream<Attempt> of(LabId lab) {
        return attempts.stream().filter(attempt -> attempt.lab().equals(lab));
    }
}

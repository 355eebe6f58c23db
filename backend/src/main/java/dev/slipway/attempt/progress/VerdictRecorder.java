package dev.slipway.attempt.progress;

import dev.slipway.attempt.persistence.AttemptRows;
import dev.slipway.attempt.persistence.EvidenceRow;
import dev.slipway.attempt.persistence.EvidenceRows;
import dev.slipway.check.TaskEvaluated;
import dev.slipway.lab.Labs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps each change of a verdict: the evidence first, in the same transaction as the progress that follows from it. */
@Component
class VerdictRecorder {
    private static final Logger log = LoggerFactory.getLogger(VerdictRecorder.class);

    private final AttemptRows attempts;
    private final AttemptStore store;
    private final EvidenceRows evidence;
    private final Labs labs;

    VerdictRecorder(AttemptRows attempts, AttemptStore store, EvidenceRows evidence, Labs labs) {
        this.attempts = attempts;
        this.store = store;
        this.evidence = evidence;
        this.labs = labs;
    }

    @EventListener
    void on(TaskEvaluated evaluated) {
        var lab = attempts.findById(evaluated.attempt().value())
                .flatMap(attempt -> labs.find(attempt.lab(), attempt.labDigest()));
        if (lab.isEmpty()) {
            log.warn("verdict without attempt or lab attempt={} task={}", evaluated.attempt(), evaluated.task());
            return;
        }
        store.change(evaluated.attempt(), row -> {
            if (row.decide(
                    evaluated.sandbox(),
                    evaluated.task(),
                    evaluated.verdict(),
                    evaluated.at(),
                    lab.get().scoring())) {
                evidence.save(new EvidenceRow(evaluated));
            }
        });
    }
}

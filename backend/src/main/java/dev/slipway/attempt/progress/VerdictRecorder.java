package dev.slipway.attempt.progress;

import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.check.Evaluation;
import dev.slipway.check.Verdict;
import dev.slipway.check.Verdicts;
import dev.slipway.lab.Labs;
import dev.slipway.lab.Scoring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores each change of a verdict: its evidence and the resulting progress in one transaction. */
@Component
final class VerdictRecorder implements Verdicts {
    private static final Logger log = LoggerFactory.getLogger(VerdictRecorder.class);

    private final AttemptStore store;
    private final EvidenceStore evidence;
    private final Labs labs;
    private final ApplicationEventPublisher events;

    VerdictRecorder(AttemptStore store, EvidenceStore evidence, Labs labs, ApplicationEventPublisher events) {
        this.store = store;
        this.evidence = evidence;
        this.labs = labs;
        this.events = events;
    }

    @Override
    public void store(Evaluation evaluation) {
        var lab = store.find(evaluation.attempt()).flatMap(attempt -> labs.find(attempt.lab()));
        if (lab.isEmpty()) {
            log.warn("verdict without attempt or lab attempt={} task={}", evaluation.attempt(), evaluation.task());
            return;
        }
        store.change(
                evaluation.attempt(),
                attempt -> record(attempt, evaluation, lab.get().scoring()));
    }

    private boolean record(AttemptEntity attempt, Evaluation evaluation, Scoring scoring) {
        var before = attempt.verdict(evaluation.task());
        var now = evaluation.verdict();
        // After a restart of the platform, the checks report verdicts again that are already stored.
        if (before.filter(now::readsAs).isPresent()
                || !attempt.decide(evaluation.sandbox(), evaluation.task(), now, evaluation.at(), scoring)) {
            return false;
        }
        var turn = before.filter(now::isOfClass).isEmpty();
        var id = evidence.add(attempt, evaluation, turn);
        // At the start all tasks fail, so a first verdict is published only if it is Passed.
        if (turn && (before.isPresent() || now instanceof Verdict.Passed)) {
            events.publishEvent(new VerdictTurned(evaluation.attempt(), evaluation.sandbox(), evaluation.task(), id));
        }
        return true;
    }
}

package dev.slipway.check.run;

import dev.slipway.check.Verdict;
import dev.slipway.check.assertion.Parsed;
import dev.slipway.check.assertion.TaskCheck;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Remembered;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One task of a watched attempt and what is known about it. Belongs to the thread of its attempt. */
final class TaskTrack {
    private final Task task;
    private final Parsed parsed;
    private final RewordingPace pace = new RewordingPace();
    private boolean passed;
    private Optional<Verdict> last;
    private Optional<Instant> heldSince = Optional.empty();
    private Optional<Instant> rewordedAt = Optional.empty();

    TaskTrack(Task task, Parsed parsed, boolean passed) {
        this.task = task;
        this.parsed = parsed;
        this.passed = passed;
        this.last = passed ? Optional.of(new Verdict.Passed()) : Optional.empty();
    }

    TaskId id() {
        return task.id();
    }

    /** Whether it has ever passed, which is what other tasks need. */
    boolean hasPassed() {
        return passed;
    }

    /** Whether it is to be evaluated, given the tasks that have passed. */
    boolean isOpen(Set<TaskId> allPassed) {
        var mayFallBack = task.mode() == Task.Mode.LEVEL;
        return (!passed || mayFallBack) && allPassed.containsAll(task.needs());
    }

    Set<FactNeed<?>> needs() {
        return parsed instanceof Parsed.Read(TaskCheck check) ? check.needs() : Set.of();
    }

    Stream<Remembered> remembers() {
        return parsed instanceof Parsed.Read(TaskCheck check) ? check.remembers() : Stream.empty();
    }

    /**
     * Returns the verdict that facts give, if it is news: another outcome, or other words for the learner. It stays news
     * until {@link #stored} is told of it. Other words for a failure may have to wait, see {@link #looksAgainAt}.
     *
     * @param unpaced whether the words need not wait, because a learner has asked
     */
    Optional<Verdict> evaluate(Facts facts, boolean unpaced) {
        var verdict = switch (parsed) {
            case Parsed.Read(var check) -> check.evaluate(facts);
            case Parsed.Refused(var problems) ->
                new Verdict.Errored("The lab's check of this task cannot be read: "
                        + problems.getFirst().message());
        };
        rewordedAt = Optional.empty();
        return held(verdict, facts.at())
                .filter(now -> last.filter(now::readsAs).isEmpty())
                .filter(now -> unpaced || !rewords(now) || isDue(facts.at()));
    }

    private boolean rewords(Verdict verdict) {
        return verdict instanceof Verdict.Failed
                && last.filter(verdict::isOfClass).isPresent();
    }

    private boolean isDue(Instant now) {
        if (pace.allows(now)) {
            return true;
        }
        rewordedAt = Optional.of(pace.due());
        return false;
    }

    /** Nothing yet while a check has not been fulfilled for as long as it must be. */
    private Optional<Verdict> held(Verdict verdict, Instant now) {
        var passesNow = verdict instanceof Verdict.Passed;
        if (!passesNow || last.filter(Verdict.Passed.class::isInstance).isPresent()) {
            heldSince = Optional.empty();
            return Optional.of(verdict);
        }
        heldSince = heldSince.or(() -> Optional.of(now));
        var due = heldSince.get().plus(task.hold());
        return now.isBefore(due) ? Optional.empty() : Optional.of(verdict);
    }

    /** Returns when to look again: because a check has to hold until then, or because a failure may be reworded then. */
    Optional<Instant> looksAgainAt() {
        return heldSince.map(since -> since.plus(task.hold())).or(() -> rewordedAt);
    }

    /** @param at when the facts were gathered on which the verdict rests */
    void stored(Verdict verdict, Instant at) {
        if (rewords(verdict)) {
            pace.step(at);
        }
        last = Optional.of(verdict);
        if (verdict instanceof Verdict.Passed) {
            passed = true;
            heldSince = Optional.empty();
        }
    }
}

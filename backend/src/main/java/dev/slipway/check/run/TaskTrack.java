package dev.slipway.check.run;

import dev.slipway.check.Verdict;
import dev.slipway.check.assertion.Parsed;
import dev.slipway.check.assertion.TaskCheck;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Remembered;
import dev.slipway.check.fact.Source;
import dev.slipway.lab.PassRule.Mode;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A task of a watched attempt, with its last verdict. Confined to the thread of its attempt. */
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

    /** Returns whether the task has ever passed, which opens the tasks that need it. */
    boolean hasPassed() {
        return passed;
    }

    /** Returns whether the task must be evaluated, given the tasks that have passed. */
    boolean isOpen(Set<TaskId> allPassed) {
        var mayFallBack = task.passRule().mode() == Mode.LEVEL;
        return (!passed || mayFallBack) && allPassed.containsAll(task.needs());
    }

    Set<FactNeed<?>> needs() {
        return parsed instanceof Parsed.Read(TaskCheck check) ? check.needs() : Set.of();
    }

    /** Returns whether the check needs a fact from a connection to the node or from a command in it. */
    boolean isProbing() {
        return needs().stream()
                .map(FactNeed::source)
                .anyMatch(source -> source == Source.PROBE || source == Source.EXEC);
    }

    Stream<Remembered> remembers() {
        return parsed instanceof Parsed.Read(TaskCheck check) ? check.remembers() : Stream.empty();
    }

    /**
     * Returns the verdict for these facts if it is new. A verdict is new if its outcome or its text for the learner
     * differs from the verdict with which {@link #stored} was last called. If only the text of a failure differs, the
     * verdict may be delayed, see {@link #looksAgainAt}.
     *
     * @param unpaced whether the text must not be delayed, because a learner has requested the check
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

    /** Returns the verdict; empty while the check has not yet held for as long as the task requires. */
    private Optional<Verdict> held(Verdict verdict, Instant now) {
        var passesNow = verdict instanceof Verdict.Passed;
        if (!passesNow || last.filter(Verdict.Passed.class::isInstance).isPresent()) {
            heldSince = Optional.empty();
            return Optional.of(verdict);
        }
        heldSince = heldSince.or(() -> Optional.of(now));
        var due = heldSince.get().plus(task.passRule().hold());
        return now.isBefore(due) ? Optional.empty() : Optional.of(verdict);
    }

    /**
     * Returns when to evaluate the task again: when its check has held for the required time, or when a delayed text
     * may be shown. Returns empty if neither is pending.
     */
    Optional<Instant> looksAgainAt() {
        return heldSince.map(since -> since.plus(task.passRule().hold())).or(() -> rewordedAt);
    }

    /** @param at when the facts of the verdict were gathered */
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

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
    private boolean passed;
    private Optional<Verdict> last;
    private Optional<Instant> heldSince = Optional.empty();

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

    /** The verdict that facts give, if it is news. It stays news until {@link #stored} is told of it. */
    Optional<Verdict> evaluate(Facts facts) {
        var verdict = switch (parsed) {
            case Parsed.Read(var check) -> check.evaluate(facts);
            case Parsed.Refused(var problems) ->
                new Verdict.Errored("The lab's check of this task cannot be read: "
                        + problems.getFirst().message());
        };
        return held(verdict, facts.at()).filter(v -> !last.equals(Optional.of(v)));
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

    /** When to look again because a check has to hold until then. */
    Optional<Instant> holdsUntil() {
        return heldSince.map(since -> since.plus(task.hold()));
    }

    void stored(Verdict verdict) {
        last = Optional.of(verdict);
        if (verdict instanceof Verdict.Passed) {
            passed = true;
            heldSince = Optional.empty();
        }
    }
}

package dev.slipway.attempt.persistence;

import dev.slipway.attempt.TaskProgress;
import dev.slipway.check.Verdict;
import dev.slipway.lab.TaskId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far an attempt is with one task, as it is stored. */
@Embeddable
class TaskValue {
    private int position;
    private int points;
    private boolean passed;
    private @Nullable String verdict;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "hints_taken")
    private int hintsTaken;

    private @Nullable String answer;

    protected TaskValue() {}

    TaskValue(int position, int points) {
        this.position = position;
        this.points = points;
    }

    void decide(Verdict outcome, Instant at) {
        verdict = VerdictJson.write(outcome);
        decidedAt = at;
        passed = switch (outcome) {
            case Verdict.Passed _ -> true;
            case Verdict.Failed _ -> false;
            // Not knowing does not undo what was once shown.
            case Verdict.Errored _, Verdict.TimedOut _ -> passed;
        };
    }

    void reset() {
        passed = false;
        verdict = null;
        decidedAt = null;
        answer = null;
    }

    void answer(String value) {
        answer = value;
    }

    Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    /** The kind of the assertion that fails now. */
    Optional<String> failing() {
        return toProgress("task").failing();
    }

    void takeHint() {
        hintsTaken++;
    }

    int position() {
        return position;
    }

    int hintsTaken() {
        return hintsTaken;
    }

    boolean passed() {
        return passed;
    }

    Optional<Verdict> verdict() {
        return Optional.ofNullable(verdict).map(VerdictJson::read);
    }

    /** The points that the task gives now; hints can cost all of them but no more. */
    int earned(int hintCost) {
        return passed ? Math.max(0, points - hintsTaken * hintCost) : 0;
    }

    TaskProgress toProgress(String task) {
        return new TaskProgress(
                new TaskId(task), points, passed, verdict(), Optional.ofNullable(decidedAt), hintsTaken, answer());
    }
}

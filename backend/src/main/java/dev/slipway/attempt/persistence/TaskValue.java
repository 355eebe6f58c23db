package dev.slipway.attempt.persistence;

import dev.slipway.attempt.TaskProgress;
import dev.slipway.check.Verdict;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Stored progress of an attempt with one task. */
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

    /** Creates the values for a new attempt, by the ids of the tasks. */
    static Map<String, TaskValue> of(List<Task> tasks) {
        return IntStream.range(0, tasks.size())
                .boxed()
                .collect(Collectors.toMap(
                        index -> tasks.get(index).id().value(),
                        index -> new TaskValue(index, tasks.get(index).points())));
    }

    /** Returns the progress with each task, in the order of the lab. */
    static List<TaskProgress> inOrder(Map<String, TaskValue> tasks) {
        return tasks.entrySet().stream()
                .sorted(Comparator.comparingInt(task -> task.getValue().position))
                .map(task -> task.getValue().toProgress(task.getKey()))
                .toList();
    }

    static Map<TaskId, String> answers(Map<String, TaskValue> tasks) {
        var answers = new HashMap<TaskId, String>();
        tasks.forEach((task, value) -> value.answer().ifPresent(answer -> answers.put(new TaskId(task), answer)));
        return answers;
    }

    static Set<TaskId> passed(Map<String, TaskValue> tasks) {
        return tasks.entrySet().stream()
                .filter(task -> task.getValue().passed)
                .map(task -> new TaskId(task.getKey()))
                .collect(Collectors.toUnmodifiableSet());
    }

    void decide(Verdict outcome, Instant at) {
        verdict = VerdictJson.write(outcome);
        decidedAt = at;
        passed = switch (outcome) {
            case Verdict.Passed _ -> true;
            case Verdict.Failed _ -> false;
            // An inconclusive verdict does not change whether the task has passed.
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

    private Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    /** Returns the kind of the assertion that fails now; empty if the last verdict is not a failure. */
    Optional<String> failing() {
        return toProgress("task").failing();
    }

    void takeHint() {
        hintsTaken++;
    }

    int hintsTaken() {
        return hintsTaken;
    }

    Optional<Verdict> verdict() {
        return Optional.ofNullable(verdict).map(VerdictJson::read);
    }

    /** Returns the points that the task gives now, less the cost of hints, but at least 0. */
    int earned(int hintCost) {
        return passed ? Math.max(0, points - hintsTaken * hintCost) : 0;
    }

    private TaskProgress toProgress(String task) {
        return new TaskProgress(
                new TaskId(task), points, passed, verdict(), Optional.ofNullable(decidedAt), hintsTaken, answer());
    }
}

package dev.slipway.proof.run;

import dev.slipway.check.Verdict;
import dev.slipway.lab.Lab;
import dev.slipway.lab.Proof;
import dev.slipway.lab.Proof.Expected;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import dev.slipway.proof.TaskOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the states of the tasks with a proof's expectations. Immutable. */
final class Judge {
    /**
     * Minimum number of words in the message of a failure. A shorter text cannot state the observed or the expected
     * value.
     */
    private static final int MIN_WORDS = 4;

    private final Lab lab;
    private final Proof proof;

    Judge(Lab lab, Proof proof) {
        this.lab = lab;
        this.proof = proof;
    }

    /** Returns whether all tasks that must pass have passed. */
    boolean hasPassedAllThatMust(List<TaskOutcome> outcomes) {
        return outcomes.stream()
                .allMatch(outcome ->
                        outcome.passed() || !(proof.expected().get(outcome.task()) instanceof Expected.Pass));
    }

    /** Returns whether a task that must fail has passed. */
    boolean hasPassedOneThatMustNot(List<TaskOutcome> outcomes) {
        return outcomes.stream()
                .anyMatch(outcome -> outcome.passed() && proof.expected().get(outcome.task()) instanceof Expected.Fail);
    }

    /** Returns a sentence for each task that differs from its expectation, in the order of the tasks. */
    List<String> mismatches(List<TaskOutcome> outcomes) {
        var byTask = outcomes.stream().collect(Collectors.toMap(TaskOutcome::task, Function.identity()));
        return lab.tasks().stream()
                .flatMap(task -> mismatch(task, byTask).stream())
                .toList();
    }

    private Optional<String> mismatch(Task task, Map<TaskId, TaskOutcome> outcomes) {
        var expected = proof.expected().get(task.id());
        var outcome = outcomes.get(task.id());
        if (expected == null || outcome == null) {
            return Optional.empty();
        }
        return switch (expected) {
            case Expected.Pass() ->
                outcome.passed() ? Optional.empty() : Optional.of(task.id() + " should pass, but " + told(outcome));
            case Expected.Fail(var assertion) ->
                outcome.passed()
                        ? Optional.of(task.id() + " passed, but should fail")
                        : assertion
                                .flatMap(kind -> wrongFailure(task, outcome, kind))
                                .or(() -> poorFailure(task, outcome));
        };
    }

    private static Optional<String> wrongFailure(Task task, TaskOutcome outcome, String kind) {
        return outcome.verdict().orElse(null) instanceof Verdict.Failed failed
                        && failed.assertion().equals(kind)
                ? Optional.empty()
                : Optional.of(task.id() + " should fail at " + kind + ", but " + told(outcome));
    }

    /**
     * Returns the problem if the task could not be evaluated, or failed with a message that does not help a learner.
     */
    private static Optional<String> poorFailure(Task task, TaskOutcome outcome) {
        return switch (outcome.verdict().orElse(null)) {
            case Verdict.Failed failed
            when !helps(failed.reason()) ->
                Optional.of(task.id() + " fails with a message that does not help: \"" + failed.reason() + "\"");
            case Verdict.Errored _, Verdict.TimedOut _ -> Optional.of(task.id() + " should fail, but " + told(outcome));
            case Verdict.Failed _, Verdict.Passed _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private static boolean helps(String reason) {
        return reason.strip().split("\\s+").length >= MIN_WORDS
                && !reason.contains("Exception")
                && !reason.toLowerCase(Locale.ROOT).strip().equals("failed");
    }

    private static String told(TaskOutcome outcome) {
        return switch (outcome.verdict().orElse(null)) {
            case Verdict.Passed _ -> "it passed";
            case Verdict.Failed failed -> "failed at " + failed.assertion() + ": " + failed.reason();
            case Verdict.Errored(var cause) -> "could not be checked: " + cause;
            case Verdict.TimedOut(var cause) -> "took too long to check: " + cause;
            case null -> "was not evaluated because tasks that it needs have not passed";
        };
    }
}

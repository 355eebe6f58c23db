package dev.slipway.proof.run;

import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptEvidence;
import dev.slipway.attempt.Attempts;
import dev.slipway.lab.Lab;
import dev.slipway.lab.Proof;
import dev.slipway.lab.Variables;
import dev.slipway.proof.ProofProperties;
import dev.slipway.proof.TaskOutcome;
import dev.slipway.proof.script.SolutionReader;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.terminal.Terminals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A run of a proof, from the start of the attempt to the last verdict. Used by one thread. */
final class ProofRun {
    /**
     * Interval at which the proof requests an evaluation while tasks that must pass are open. The proof cannot wait for
     * an event instead: many facts, such as the response of a web server, change without an event.
     */
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(100);

    private final Attempts attempts;
    private final Terminals terminals;
    private final AttemptEvidence evidence;
    private final AttemptChanges changes;
    private final ProofProperties patience;
    private final Lab lab;
    private final Proof proof;
    private final List<String> problems = new ArrayList<>();
    private String screen = "";
    private List<TaskOutcome> outcomes = List.of();

    ProofRun(ProofServices services, Lab lab, Proof proof) {
        this.attempts = services.attempts();
        this.terminals = services.terminals();
        this.evidence = services.evidence();
        this.changes = services.changes();
        this.patience = services.patience();
        this.lab = lab;
        this.proof = proof;
    }

    /** The services that all runs of proofs share. */
    record ProofServices(
            Attempts attempts,
            AttemptEvidence evidence,
            Terminals terminals,
            AttemptChanges changes,
            ProofProperties patience) {}

    List<String> mismatches() {
        return problems;
    }

    String screen() {
        return screen;
    }

    List<TaskOutcome> outcomes() {
        return outcomes;
    }

    void run(AccountId account) {
        var id = attempts.start(account, lab.id()).id();
        try (var follower = changes.follow(id)) {
            var sandbox = machines(account, id, follower);
            if (sandbox.isPresent()) {
                type(account, id, sandbox.get());
                judge(account, id, follower);
            }
        } finally {
            attempts.end(account, id);
        }
    }

    private Optional<Sandbox> machines(AccountId account, AttemptId id, AttemptChanges.Follower follower) {
        var settled = await(
                follower,
                patience.machines(),
                patience.machines(),
                () -> attempts.get(account, id)
                        .sandbox()
                        .filter(sandbox -> sandbox.state() instanceof SandboxState.Ready
                                || sandbox.state().isOver()));
        return switch (settled.map(Sandbox::state).orElse(null)) {
            case SandboxState.Ready _ -> settled;
            case SandboxState.Failed(var cause) -> {
                problems.add("the machines could not be created: " + cause);
                yield Optional.empty();
            }
            case null -> {
                problems.add("the machines were not ready after "
                        + patience.machines().toSeconds() + " s");
                yield Optional.empty();
            }
            default -> {
                problems.add("the machines ended before anything was typed");
                yield Optional.empty();
            }
        };
    }

    private void type(AccountId account, AttemptId id, Sandbox sandbox) {
        if (proof.script().isEmpty()) {
            return;
        }
        var variables = attempts.get(account, id).variables();
        var first = lab.machines().nodes().getFirst().name();
        var text = Variables.fill(proof.script().get().text(), variables);
        try (var typist = new Typist(
                terminals, account, sandbox, patience, (task, value) -> attempts.answer(account, id, task, value))) {
            typist.type(SolutionReader.read(text, first))
                    .ifPresent(problem -> problems.add(proof.script().get().file() + ": " + problem));
            screen = typist.screens();
        } catch (IllegalArgumentException unclear) {
            problems.add(proof.script().get().file() + ", " + unclear.getMessage());
        }
    }

    private void judge(AccountId account, AttemptId id, AttemptChanges.Follower follower) {
        var judge = new Judge(lab, proof);
        var held = lab.tasks().stream()
                .map(task -> task.passRule().hold())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        await(follower, CHECK_INTERVAL, patience.verdicts().plus(held), () -> {
            var now = checked(account, id);
            // A check that stores a verdict changes the attempt, which is no reason to check again.
            follower.forget();
            return Optional.of(now).filter(judge::hasPassedAllThatMust);
        });
        // Waits, so that tasks that must fail have time to pass by mistake.
        var settling = patience.settle().plus(held);
        await(
                follower,
                settling,
                settling,
                () -> Optional.of(outcomes(account, attempts.get(account, id))).filter(judge::hasPassedOneThatMustNot));
        outcomes = checked(account, id);
        problems.addAll(judge.mismatches(outcomes));
    }

    private List<TaskOutcome> checked(AccountId account, AttemptId id) {
        return outcomes(account, attempts.checkNow(account, id));
    }

    private List<TaskOutcome> outcomes(AccountId account, Attempt attempt) {
        return attempt.progress().tasks().stream()
                .map(task -> new TaskOutcome(
                        task.task(),
                        task.passed(),
                        task.verdict(),
                        evidence.facts(account, attempt.id(), task.task()).orElse("")))
                .toList();
    }

    /**
     * Waits until the supplier returns a value, at most for the limit. Calls the supplier at once, after each change of
     * the attempt, and after each interval without a change.
     */
    private static <T> Optional<T> await(
            AttemptChanges.Follower follower, Duration interval, Duration limit, Supplier<Optional<T>> wanted) {
        var deadline = System.nanoTime() + limit.toNanos();
        var found = wanted.get();
        for (var left = limit;
                found.isEmpty() && left.isPositive() && !Thread.currentThread().isInterrupted();
                left = Duration.ofNanos(deadline - System.nanoTime())) {
            var _ = follower.await(interval.compareTo(left) < 0 ? interval : left);
            found = wanted.get();
        }
        return found;
    }
}

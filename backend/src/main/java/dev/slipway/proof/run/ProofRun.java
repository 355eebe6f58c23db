package dev.slipway.proof.run;

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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A run of a proof, from the start of the attempt to the last verdict. Used by one thread. */
final class ProofRun {
    /** Interval of polling, for states that the platform does not report. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Attempts attempts;
    private final Terminals terminals;
    private final AttemptEvidence evidence;
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
        this.patience = services.patience();
        this.lab = lab;
        this.proof = proof;
    }

    /** The services that all runs share. */
    record ProofServices(Attempts attempts, AttemptEvidence evidence, Terminals terminals, ProofProperties patience) {}

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
        try {
            var sandbox = machines(account, id);
            if (sandbox.isPresent()) {
                type(account, id, sandbox.get());
                judge(account, id);
            }
        } finally {
            attempts.end(account, id);
        }
    }

    private Optional<Sandbox> machines(AccountId account, AttemptId id) {
        var settled = await(
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

    private void judge(AccountId account, AttemptId id) {
        var judge = new Judge(lab, proof);
        var held = lab.tasks().stream()
                .map(task -> task.passRule().hold())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        await(
                patience.verdicts().plus(held),
                () -> Optional.of(look(account, id)).filter(judge::hasPassedAllThatMust));
        // Tasks that must fail are evaluated again after they had time to pass by mistake.
        LockSupport.parkNanos(patience.settle().plus(held).toNanos());
        outcomes = look(account, id);
        problems.addAll(judge.mismatches(outcomes));
    }

    private List<TaskOutcome> look(AccountId account, AttemptId id) {
        return attempts.checkNow(account, id).progress().tasks().stream()
                .map(task -> new TaskOutcome(
                        task.task(),
                        task.passed(),
                        task.verdict(),
                        evidence.facts(account, id, task.task()).orElse("")))
                .toList();
    }

    private static <T> Optional<T> await(Duration limit, Supplier<Optional<T>> wanted) {
        var deadline = System.nanoTime() + limit.toNanos();
        var found = wanted.get();
        while (found.isEmpty()
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
            found = wanted.get();
        }
        return found;
    }
}

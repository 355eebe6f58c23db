package dev.slipway.attempt;

import static dev.slipway.attempt.LabSamples.NODE;
import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.MutableClock;
import dev.slipway.account.Role;
import dev.slipway.check.Verdict;
import dev.slipway.lab.LabId;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.FakeHostEngine;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Platform for a random walk: few places, a fake engine that fails on request, and learners. */
final class WalkedPlatform implements AutoCloseable {
    static final int PLACES = 3;

    private static final String[] SETTINGS = {
        "--slipway.sandbox.max-total=" + PLACES, "--slipway.sandbox.max-per-owner=1", "--slipway.sandbox.starts=6"
    };

    final MutableClock clock = new MutableClock();
    final FakeHostEngine engine = new FakeHostEngine(clock);
    final AccountId administrator = anAccount(Role.ADMINISTRATOR);
    private final String database;
    private final Path folder;

    /** Tasks that passed on these machines. */
    private final Map<SandboxId, Set<TaskId>> done = new ConcurrentHashMap<>();

    private List<AccountId> learners = List.of();
    private RunningAttempts running;

    WalkedPlatform(String database, Path folder) {
        this.database = database;
        this.folder = folder;
        running = start();
    }

    private RunningAttempts start() {
        return RunningAttempts.on(database, engine, folder, clock, SETTINGS);
    }

    RunningAttempts running() {
        return running;
    }

    Sandboxes sandboxes() {
        return running.get(Sandboxes.class);
    }

    void welcomeNewLearners() {
        learners = Stream.generate(() -> anAccount(Role.LEARNER))
                .limit(WalkStep.LEARNERS)
                .toList();
    }

    /** Returns all attempts of the learners of this walk. */
    List<Attempt> attempts() {
        return learners.stream()
                .flatMap(learner -> running.history(learner).stream()
                        .map(summary -> running.attempts().get(learner, summary.id())))
                .toList();
    }

    boolean wasDone(Sandbox machines, TaskId task) {
        return done.getOrDefault(machines.id(), Set.of()).contains(task);
    }

    /** Takes a step and waits until all its consequences have happened. */
    void take(WalkStep step) throws Exception {
        act(step);
        awaitQuiet();
    }

    private void act(WalkStep step) throws Exception {
        switch (step) {
            case WalkStep.Acts(var learner, var lab, var verb) -> act(learners.get(learner), lab, verb);
            case WalkStep.Judges judges -> judge(judges);
            case WalkStep.TimePasses(var time) -> clock.advance(time);
            case WalkStep.Looks() -> running.lookForAll();
            case WalkStep.Strikes(var container, var blow) -> strike(container, blow);
            case WalkStep.EngineIsReachable(var now) -> engine.becomeReachable(now);
            case WalkStep.PlatformRestarts() -> {
                running.close();
                running = start();
            }
            case WalkStep.AtOnce(var steps) -> atOnce(steps);
        }
    }

    private void act(AccountId learner, LabId lab, WalkStep.Verb verb) {
        var attempts = running.attempts();
        try {
            if (verb == WalkStep.Verb.START) {
                attempts.start(learner, lab);
            } else {
                attempts.findOpen(learner, lab).ifPresent(attempt -> act(learner, attempt.id(), verb));
            }
        } catch (UserFacingException _) {
            // A refusal is allowed; the assertions after the step check that it changed nothing.
        }
    }

    private void act(AccountId learner, AttemptId id, WalkStep.Verb verb) {
        var attempts = running.attempts();
        switch (verb) {
            case START -> throw new IllegalArgumentException("the attempt exists already");
            case RESTART -> attempts.restart(learner, id);
            case EXTEND -> attempts.extend(learner, id);
            case TAKE_HINT -> attempts.takeHint(learner, id, LabSamples.SECOND);
            case ANSWER -> attempts.answer(learner, id, LabSamples.FIRST, "42");
            case CHECK_NOW -> attempts.checkNow(learner, id);
            case RESET_NODE -> attempts.resetNode(learner, id, NODE);
            case OPEN_PAGE -> attempts.opened(learner, id);
            case END -> attempts.end(learner, id);
            case END_BY_ADMINISTRATOR -> attempts.end(administrator, id);
        }
    }

    private void judge(WalkStep.Judges judges) {
        // The verdict of a check may come after the end of its attempt, too.
        running.history(learners.get(judges.learner())).stream()
                .filter(attempt -> attempt.lab().id().equals(judges.lab()))
                .findFirst()
                .ifPresent(attempt -> {
                    var all = sandboxes().findAll(attempt.id());
                    var machines = judges.onOldMachines() ? all.getFirst() : all.getLast();
                    if (judges.verdict() instanceof Verdict.Passed) {
                        done.computeIfAbsent(machines.id(), _ -> ConcurrentHashMap.newKeySet())
                                .add(judges.task());
                    }
                    running.evaluatedOn(machines.id(), attempt.id(), judges.task(), judges.verdict());
                });
    }

    private void strike(int index, WalkStep.Blow blow) {
        if (!engine.isReachable()) {
            return;
        }
        var containers = engine.containers();
        if (index < containers.size()) {
            var container = containers.get(index);
            switch (blow) {
                case STOPS -> engine.stopNode(container);
                case VANISHES -> engine.removeNode(container);
                case IS_PAUSED -> {
                    if (engine.isRunning(container)) {
                        engine.pauseNode(container);
                    }
                }
            }
        }
    }

    private void atOnce(List<WalkStep> steps) throws Exception {
        var start = new CyclicBarrier(steps.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pending = steps.stream()
                    .<Callable<Boolean>>map(step -> () -> {
                        start.await();
                        act(step);
                        return true;
                    })
                    .map(threads::submit)
                    .toList();
            for (var outcome : pending) {
                outcome.get();
            }
        }
    }

    /** Keeps the engine working and advances the time until nothing is left to repair, remove or repeat. */
    void settle() throws Exception {
        take(new WalkStep.EngineIsReachable(true));
        // Together longer than the age at which an orphan may be removed.
        for (var round = 0; round < 6; round++) {
            clock.advance(Duration.ofSeconds(31));
            take(new WalkStep.Looks());
        }
    }

    private void awaitQuiet() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(20))
                .until(new Quiet());
    }

    /** Requires several quiet checks in a row, because a thread that was just started may not run yet. */
    private final class Quiet implements Callable<Boolean> {
        private int times;

        @Override
        public Boolean call() {
            times = running.isQuiet() ? times + 1 : 0;
            return times > 2;
        }
    }

    @Override
    public void close() {
        running.close();
    }
}

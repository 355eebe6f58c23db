package dev.slipway.check.run;

import dev.slipway.check.CheckPlan;
import dev.slipway.check.Evaluation;
import dev.slipway.check.Verdict;
import dev.slipway.check.Verdicts;
import dev.slipway.check.assertion.Assertions;
import dev.slipway.check.assertion.Scope;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Remembered;
import dev.slipway.check.gather.Observer;
import dev.slipway.lab.NodeTemplate;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates the open tasks of one attempt again and again on one virtual thread, so that two waves of an attempt never
 * run at the same time. Other threads communicate with that thread through {@link Signals} and through volatile or
 * atomic fields. The thread is never interrupted, because it may be storing a verdict.
 */
final class AttemptWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptWatch.class);

    private final CheckPlan plan;
    private final List<TaskTrack> tracks;
    private final Observer observer;
    private final Signals signals;
    private final WavePermits places;
    private final Clock clock;
    private final Verdicts verdicts;
    private final Thread thread;
    private final AtomicInteger pauses = new AtomicInteger();
    private Duration lastTook = Duration.ZERO;
    private volatile boolean live;

    /**
     * @param places limits how many waves run at the same time on the platform
     * @param live whether the sandbox can be reached now
     */
    AttemptWatch(CheckPlan plan, WatchServices services, Signals signals, WavePermits places, boolean live) {
        this.plan = plan;
        this.observer = services.observer();
        this.clock = services.clock();
        this.verdicts = services.verdicts();
        this.signals = signals;
        this.places = places;
        this.live = live;
        var scope = new Scope(plan.variables(), nodes(plan));
        this.tracks = plan.lab().tasks().stream()
                .map(task -> new TaskTrack(
                        task,
                        Assertions.parse(task.check(), scope.in(task.id())),
                        plan.passed().contains(task.id())))
                .toList();
        this.thread = Thread.ofVirtual().name("check-" + plan.attempt()).unstarted(this::run);
    }

    /** The services that a watch uses. */
    record WatchServices(Observer observer, Clock clock, Verdicts verdicts) {}

    static List<NodeName> nodes(CheckPlan plan) {
        return plan.lab().machines().nodes().stream().map(NodeTemplate::name).toList();
    }

    /** Returns the events that the attempt's tasks look for. */
    List<Remembered> remembers() {
        return tracks.stream().flatMap(TaskTrack::remembers).toList();
    }

    SandboxId sandbox() {
        return plan.sandbox();
    }

    void start() {
        signals.change();
        thread.start();
    }

    void liveIs(boolean now) {
        live = now;
        if (!now) {
            pauses.incrementAndGet();
        }
        signals.change();
    }

    /** Stores the learner's answer to a task. */
    void answer(TaskId task, String value) {
        observer.answer(task, value);
    }

    void replaced(NodeName node) {
        observer.replaced(node);
        signals.change();
    }

    /**
     * Returns a future that completes after the next wave. If the watch's own thread calls this method, for example
     * while it stores a verdict, the future is already complete, because the thread would wait for itself.
     */
    CompletableFuture<Void> checkNow() {
        var asked = signals.ask();
        return Thread.currentThread().equals(thread) ? CompletableFuture.completedFuture(null) : asked;
    }

    private void run() {
        Optional<Duration> sooner = Optional.empty();
        for (var asked = signals.await(sooner); asked.isPresent(); asked = signals.await(sooner)) {
            try {
                sooner = live ? wave(!asked.get().isEmpty()) : Optional.empty();
            } catch (UserFacingException e) {
                LOG.debug("wave skipped attempt={} code={}", plan.attempt(), e.code());
                sooner = Optional.empty();
            } catch (RuntimeException e) {
                LOG.error("wave failed attempt={}", plan.attempt(), e);
                sooner = Optional.empty();
            } finally {
                asked.get().forEach(done -> done.complete(null));
            }
        }
    }

    /**
     * Evaluates all open tasks once.
     *
     * @param wanted whether a caller waits for this wave
     * @return the time after which a task must be evaluated again; empty if the next event or the reconcile interval
     *     decides
     */
    private Optional<Duration> wave(boolean wanted) {
        var open = open();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try (var place = places.take(lastTook)) {
            evaluate(open, wanted);
            lastTook = place.taken();
        }
        var opened = new HashSet<>(open());
        opened.removeAll(open);
        return opened.isEmpty() ? untilDue() : Optional.of(Duration.ZERO);
    }

    /**
     * Evaluates the tasks in two groups: first the tasks without probes and commands, then the tasks for which a port
     * is probed or a command runs, which takes longer. A verdict therefore does not wait for the probe of a task of the
     * other group.
     */
    private void evaluate(List<TaskTrack> open, boolean wanted) {
        var byProbing = open.stream().collect(Collectors.partitioningBy(TaskTrack::isProbing));
        var before = pauses.get();
        try (var wave = observer.wave()) {
            for (var tracks : List.of(byProbing.get(false), byProbing.get(true))) {
                var facts = wave.gather(needs(tracks));
                // If the nodes were paused meanwhile, they did not respond, and the facts say nothing about the
                // learner's work.
                if (pauses.get() != before || signals.isClosed()) {
                    return;
                }
                evaluate(tracks, facts, wanted);
            }
        }
    }

    private static Set<FactNeed<?>> needs(List<TaskTrack> tracks) {
        var needs = new LinkedHashSet<FactNeed<?>>();
        tracks.forEach(track -> needs.addAll(track.needs()));
        return needs;
    }

    private void evaluate(List<TaskTrack> open, Facts facts, boolean wanted) {
        for (var track : open) {
            var verdict = track.evaluate(facts, wanted);
            if (verdict.isPresent() && !signals.isClosed()) {
                store(track, verdict.get(), facts);
            }
        }
    }

    /** Stores a verdict. If storing fails, the verdict still counts as new and is stored after the next wave. */
    private void store(TaskTrack track, Verdict verdict, Facts facts) {
        var canonical = facts.only(track.needs()).canonical();
        try {
            verdicts.store(new Evaluation(plan.attempt(), plan.sandbox(), track.id(), verdict, canonical));
            track.stored(verdict, facts.at());
        } catch (RuntimeException e) {
            LOG.error("verdict not stored attempt={} task={}", plan.attempt(), track.id(), e);
        }
    }

    private List<TaskTrack> open() {
        Set<TaskId> passed = new HashSet<>();
        tracks.stream().filter(TaskTrack::hasPassed).forEach(track -> passed.add(track.id()));
        return tracks.stream().filter(track -> track.isOpen(passed)).toList();
    }

    private Optional<Duration> untilDue() {
        return tracks.stream()
                .flatMap(track -> track.looksAgainAt().stream())
                .min(Instant::compareTo)
                .map(due -> Duration.between(clock.instant(), due))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    @Override
    public void close() {
        signals.close();
        observer.close();
    }
}

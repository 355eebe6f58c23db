package dev.slipway.check.run;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.check.CheckProperties;
import dev.slipway.platform.RateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes the thread of a watched attempt when a wave is due: after a change, on request, or after the reconcile
 * interval. The lock guards all fields that change; times are values of {@link System#nanoTime}.
 */
final class Signals {
    /**
     * Number of waves that events cause without delay, for example when a learner pastes a script. After that, events
     * cause at most two waves per second.
     */
    private static final int WAVES = 20;

    private static final Duration WAVE_INTERVAL = Duration.ofMillis(500);

    private final CheckProperties properties;

    @GuardedBy("lock")
    private final RateLimiter pace = new RateLimiter(WAVE_INTERVAL, WAVES);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private List<CompletableFuture<Void>> asked = new ArrayList<>();

    @GuardedBy("lock")
    private Optional<Long> changeAt = Optional.empty();

    @GuardedBy("lock")
    private long waveEnded;

    @GuardedBy("lock")
    private boolean closed;

    Signals(CheckProperties properties) {
        this.properties = properties;
        this.waveEnded = System.nanoTime();
    }

    /** Reports that facts about the attempt may have changed. */
    void change() {
        lock.lock();
        try {
            if (changeAt.isEmpty()) {
                changeAt = Optional.of(System.nanoTime());
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Requests a wave now; the future completes after that wave. */
    CompletableFuture<Void> ask() {
        var done = new CompletableFuture<Void>();
        lock.lock();
        try {
            if (closed) {
                done.complete(null);
            } else {
                asked.add(done);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return done;
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            asked.forEach(done -> done.complete(null));
            asked.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a wave is due.
     *
     * @param sooner the time from now until the next wave is due, if that is shorter than the reconcile interval
     * @return the futures that the caller must complete after the wave; empty after {@link #close}
     */
    Optional<List<CompletableFuture<Void>>> await(Optional<Duration> sooner) {
        lock.lock();
        try {
            waveEnded = System.nanoTime();
            for (var left = timeLeft(sooner); left > 0 && !closed; left = timeLeft(sooner)) {
                changed.await(left, TimeUnit.NANOSECONDS);
            }
            if (closed) {
                return Optional.empty();
            }
            var taken = asked;
            asked = new ArrayList<>();
            changeAt.ifPresent(_ -> pace.step());
            changeAt = Optional.empty();
            return Optional.of(taken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private long timeLeft(Optional<Duration> sooner) {
        if (!asked.isEmpty()) {
            return 0;
        }
        var due = waveEnded
                + sooner.filter(d -> d.compareTo(properties.reconcile()) < 0)
                        .orElse(properties.reconcile())
                        .toNanos();
        if (changeAt.isPresent()) {
            var calm = Math.max(
                    changeAt.get() + properties.debounce().toNanos(),
                    waveEnded + properties.spacing().toNanos());
            due = Math.min(due, Math.max(calm, System.nanoTime() + pace.nanosLeft()));
        }
        return due - System.nanoTime();
    }
}

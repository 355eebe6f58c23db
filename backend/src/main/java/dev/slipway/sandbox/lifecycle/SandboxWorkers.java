package dev.slipway.sandbox.lifecycle;

import dev.slipway.sandbox.lifecycle.SandboxLock.WorkInterruptedException;
import dev.slipway.shared.SandboxId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the slow work on sandboxes in the background, one piece at a time per sandbox. Locking: a thread holds the lock
 * of a sandbox for a whole piece of work, and meanwhile never waits for the lock of another sandbox. The map contains
 * the lock of a sandbox while work on it runs or waits; the map's atomic operations add and remove it.
 */
@Component
public final class SandboxWorkers {
    private static final Logger log = LoggerFactory.getLogger(SandboxWorkers.class);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sandbox-", 0).factory());
    private final Map<SandboxId, SandboxLock> locks = new ConcurrentHashMap<>();

    /** Starts a piece of work; an exception that the work does not handle is logged. */
    public void start(SandboxId sandbox, Runnable work) {
        execute(sandbox, enter(sandbox), work);
    }

    private void execute(SandboxId sandbox, SandboxLock lock, Runnable work) {
        threads.execute(() -> {
            MDC.put("sandbox", sandbox.value());
            lock.lock();
            try {
                run(sandbox, work);
            } finally {
                lock.unlock();
                leave(sandbox);
                MDC.clear();
            }
        });
    }

    /**
     * Does the same as {@link #start}, but first interrupts the current work. Earlier work that still waits fails as
     * soon as it calls {@link #onEngine}. Callers use it to end a sandbox, because the end must not wait until the
     * machines have answered, been set up or been paused.
     */
    void startInstead(SandboxId sandbox, Runnable work) {
        var lock = enter(sandbox);
        lock.cutShort();
        execute(sandbox, lock, () -> {
            lock.resume();
            work.run();
        });
    }

    /** Runs the part of a piece of work that uses only the engine and the machines; this part may be interrupted. */
    void onEngine(SandboxId sandbox, Runnable work) {
        if (isStopping()) {
            throw new WorkInterruptedException();
        }
        lockOf(sandbox).interruptibly(work);
    }

    /**
     * Called within {@link #onEngine}: runs work that must not be interrupted, such as access to the database. The
     * database may be a file, and if a thread is interrupted while it accesses the file, the file is closed for all
     * threads.
     */
    <T> T uncut(SandboxId sandbox, Supplier<T> work) {
        return lockOf(sandbox).uninterruptibly(work);
    }

    private void run(SandboxId sandbox, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (e instanceof WorkInterruptedException || isStopping()) {
                log.info("sandbox work interrupted sandbox={}", sandbox);
            } else {
                log.error("sandbox work failed sandbox={}", sandbox, e);
            }
        }
    }

    /** Counts a new piece of work; creates the lock of the sandbox if it has none. */
    private SandboxLock enter(SandboxId sandbox) {
        return locks.compute(sandbox, (_, known) -> {
            var lock = known == null ? new SandboxLock() : known;
            lock.enter();
            return lock;
        });
    }

    /** Counts a piece of work as done; removes the lock of the sandbox after the last one. */
    private void leave(SandboxId sandbox) {
        locks.computeIfPresent(sandbox, (_, lock) -> lock.leave() ? null : lock);
    }

    private SandboxLock lockOf(SandboxId sandbox) {
        var lock = locks.get(sandbox);
        if (lock == null) {
            throw new IllegalStateException("no work on " + sandbox + " is under way");
        }
        return lock;
    }

    /** Returns whether work on a sandbox is running or waiting. */
    public boolean isBusy(SandboxId sandbox) {
        return locks.containsKey(sandbox);
    }

    /** Returns whether no work is running or waiting. */
    public boolean isIdle() {
        return locks.isEmpty();
    }

    /** Returns whether the platform is stopping; a failure of work at that time is not an error of the sandbox. */
    boolean isStopping() {
        return threads.isShutdown();
    }

    /** Interrupts all work. After its next start, the platform resumes the work from the intentions in the database. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        threads.shutdown();
        locks.values().forEach(SandboxLock::cutShort);
    }
}

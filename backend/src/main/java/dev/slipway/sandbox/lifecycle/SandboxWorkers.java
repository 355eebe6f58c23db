package dev.slipway.sandbox.lifecycle;

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
 * Runs the slow work on sandboxes in the background, one piece at a time per sandbox. Locking: the lock of a sandbox is
 * held for a whole piece of work, and never while waiting for another sandbox. The map contains the lock of a sandbox while
 * work on it runs or waits; the map's atomic operations add and remove it.
 */
@Component
final class SandboxWorkers {
    private static final Logger log = LoggerFactory.getLogger(SandboxWorkers.class);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sandbox-", 0).factory());
    private final Map<SandboxId, SandboxLock> benches = new ConcurrentHashMap<>();

    /** Starts a piece of work; an exception that the work does not handle is logged. */
    void start(SandboxId sandbox, Runnable work) {
        execute(sandbox, enter(sandbox), work);
    }

    private void execute(SandboxId sandbox, SandboxLock bench, Runnable work) {
        threads.execute(() -> {
            MDC.put("sandbox", sandbox.value());
            bench.lock();
            try {
                run(sandbox, work);
            } finally {
                bench.unlock();
                leave(sandbox);
                MDC.clear();
            }
        });
    }

    /**
     * Does the same as {@link #start}, but interrupts the current work and rejects the work that waits before this. The
     * end of a sandbox must not wait until its machines have answered, been set up or been paused.
     */
    void startInstead(SandboxId sandbox, Runnable work) {
        var bench = enter(sandbox);
        bench.cutShort();
        execute(sandbox, bench, () -> {
            bench.resume();
            work.run();
        });
    }

    /** Runs the part of a piece of work that uses only the engine and the machines; it may be interrupted. */
    void onEngine(SandboxId sandbox, Runnable work) {
        if (isStopping()) {
            throw new WorkInterruptedException();
        }
        bench(sandbox).interruptibly(work);
    }

    /**
     * Within {@link #onEngine}: runs work that must not be interrupted. The database may be a file, and an interrupted
     * thread closes that file for all threads.
     */
    <T> T uncut(SandboxId sandbox, Supplier<T> work) {
        return bench(sandbox).uninterruptibly(work);
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

    /** Counts a new piece of work. */
    private SandboxLock enter(SandboxId sandbox) {
        return benches.compute(sandbox, (_, known) -> {
            var bench = known == null ? new SandboxLock() : known;
            bench.enter();
            return bench;
        });
    }

    /** Removes the bench with its last piece of work. */
    private void leave(SandboxId sandbox) {
        benches.computeIfPresent(sandbox, (_, bench) -> bench.leave() ? null : bench);
    }

    private SandboxLock bench(SandboxId sandbox) {
        var bench = benches.get(sandbox);
        if (bench == null) {
            throw new IllegalStateException("no work on " + sandbox + " is under way");
        }
        return bench;
    }

    /** Returns whether work on a sandbox is running or waiting. */
    boolean isBusy(SandboxId sandbox) {
        return benches.containsKey(sandbox);
    }

    /** Returns whether no work is running or waiting. */
    boolean isIdle() {
        return benches.isEmpty();
    }

    /** Returns whether the platform is stopping; a failure of work at that time does not concern the sandbox. */
    boolean isStopping() {
        return threads.isShutdown();
    }

    /** Interrupts all work. The next start of the platform resumes it from the database. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        threads.shutdown();
        benches.values().forEach(SandboxLock::cutShort);
    }
}

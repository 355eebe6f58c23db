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
 * Does the slow work on sandboxes in the background, one piece at a time per sandbox. Locking: a sandbox's lock is held
 * for the whole of a piece of work and never while waiting for another sandbox. The map contains a sandbox's bench while
 * work on it waits or is under way; the map's atomic steps add and remove it.
 */
@Component
final class Workshop {
    private static final Logger log = LoggerFactory.getLogger(Workshop.class);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sandbox-", 0).factory());
    private final Map<SandboxId, Bench> benches = new ConcurrentHashMap<>();

    /** Starts a piece of work; a failure that the work does not handle is logged. */
    void start(SandboxId sandbox, Runnable work) {
        execute(sandbox, enter(sandbox), work);
    }

    private void execute(SandboxId sandbox, Bench bench, Runnable work) {
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
     * As {@link #start}, but cuts short the work that is under way and what waits before this: an end of a sandbox must
     * not wait until its machines have answered, been set up or been paused.
     */
    void startInstead(SandboxId sandbox, Runnable work) {
        var bench = enter(sandbox);
        bench.cutShort();
        execute(sandbox, bench, () -> {
            bench.resume();
            work.run();
        });
    }

    /** Within a piece of work: does the part that only the engine and the machines take part in, and that may be cut short. */
    void onEngine(SandboxId sandbox, Runnable work) {
        if (isStopping()) {
            throw new CutShortException();
        }
        bench(sandbox).interruptibly(work);
    }

    /**
     * Within {@link #onEngine}: does what must not be cut short. The database is in a file, and an interrupted thread
     * closes the file for all.
     */
    <T> T uncut(SandboxId sandbox, Supplier<T> work) {
        return bench(sandbox).uninterruptibly(work);
    }

    private void run(SandboxId sandbox, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (e instanceof CutShortException || isStopping()) {
                log.info("sandbox work cut short sandbox={}", sandbox);
            } else {
                log.error("sandbox work failed sandbox={}", sandbox, e);
            }
        }
    }

    /** Counts a new piece of work. */
    private Bench enter(SandboxId sandbox) {
        return benches.compute(sandbox, (_, known) -> {
            var bench = known == null ? new Bench() : known;
            bench.enter();
            return bench;
        });
    }

    /** Removes the bench with its last piece of work. */
    private void leave(SandboxId sandbox) {
        benches.computeIfPresent(sandbox, (_, bench) -> bench.leave() ? null : bench);
    }

    private Bench bench(SandboxId sandbox) {
        var bench = benches.get(sandbox);
        if (bench == null) {
            throw new IllegalStateException("no work on " + sandbox + " is under way");
        }
        return bench;
    }

    /** Returns whether work on a sandbox waits or is under way. */
    boolean isBusy(SandboxId sandbox) {
        return benches.containsKey(sandbox);
    }

    /** Returns whether no work waits or is under way. */
    boolean isIdle() {
        return benches.isEmpty();
    }

    /** Whether work fails because the platform stops; such a failure says nothing about the sandbox. */
    boolean isStopping() {
        return threads.isShutdown();
    }

    /** Leaves unfinished work to the next start of the platform, which carries it on from the database. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        threads.shutdown();
        benches.values().forEach(Bench::cutShort);
    }
}

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
 * for the whole of a piece of work and never while waiting for another sandbox.
 */
@Component
final class Workshop {
    private static final Logger log = LoggerFactory.getLogger(Workshop.class);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sandbox-", 0).factory());
    private final Map<SandboxId, Bench> benches = new ConcurrentHashMap<>();

    /** Starts a piece of work; a failure that the work does not handle is logged. */
    void start(SandboxId sandbox, Runnable work) {
        var bench = bench(sandbox);
        threads.execute(() -> {
            MDC.put("sandbox", sandbox.value());
            bench.lock();
            try {
                run(sandbox, work);
            } finally {
                bench.unlock();
                MDC.clear();
            }
        });
    }

    /**
     * As {@link #start}, but cuts short the work that is under way and what waits before this: an end of a sandbox must
     * not wait until its machines have answered, been set up or been paused.
     */
    void startInstead(SandboxId sandbox, Runnable work) {
        var bench = bench(sandbox);
        bench.cutShort();
        start(sandbox, () -> {
            bench.resume();
            work.run();
        });
    }

    /** Does the part of a piece of work that only the engine and the machines take part in, and that may be cut short. */
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

    private Bench bench(SandboxId sandbox) {
        return benches.computeIfAbsent(sandbox, _ -> new Bench());
    }

    /** Whether somebody is at work on a sandbox, or waits to be. */
    boolean isBusy(SandboxId sandbox) {
        var bench = benches.get(sandbox);
        return bench != null && bench.isBusy();
    }

    /** Forgets a sandbox that is over. */
    void forget(SandboxId sandbox) {
        benches.remove(sandbox);
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

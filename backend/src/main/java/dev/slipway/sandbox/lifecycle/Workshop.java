package dev.slipway.sandbox.lifecycle;

import dev.slipway.shared.SandboxId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
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
    private final Map<SandboxId, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Starts a piece of work; a failure that the work does not handle is logged. */
    void start(SandboxId sandbox, Runnable work) {
        threads.execute(() -> {
            MDC.put("sandbox", sandbox.value());
            var lock = locks.computeIfAbsent(sandbox, id -> new ReentrantLock());
            lock.lock();
            try {
                work.run();
            } catch (RuntimeException e) {
                if (isStopping()) {
                    log.info("sandbox work cut short by the platform's stop sandbox={}", sandbox);
                } else {
                    log.error("sandbox work failed sandbox={}", sandbox, e);
                }
            } finally {
                lock.unlock();
                MDC.clear();
            }
        });
    }

    /** Whether somebody is at work on a sandbox, or waits to be. */
    boolean isBusy(SandboxId sandbox) {
        var lock = locks.get(sandbox);
        return lock != null && (lock.isLocked() || lock.hasQueuedThreads());
    }

    /** Forgets a sandbox that is over. */
    void forget(SandboxId sandbox) {
        locks.remove(sandbox);
    }

    /** Whether work fails because the platform stops; such a failure says nothing about the sandbox. */
    boolean isStopping() {
        return threads.isShutdown();
    }

    /** Leaves unfinished work to the next start of the platform, which carries it on from the database. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        threads.shutdownNow();
    }
}

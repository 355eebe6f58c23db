package dev.slipway.proof.run;

import dev.slipway.attempt.AttemptChanged;
import dev.slipway.platform.AfterCommit;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.shared.AttemptId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets a proof wait until its attempt, or the sandbox of its attempt, has changed. Thread-safe. */
@Component
final class AttemptChanges {
    private final Map<AttemptId, Follower> followers = new ConcurrentHashMap<>();

    /**
     * Starts to follow the changes of an attempt. Only one follower of an attempt may exist at a time. The caller must
     * close the follower.
     */
    Follower follow(AttemptId attempt) {
        var follower = new Follower(attempt);
        followers.put(attempt, follower);
        return follower;
    }

    @EventListener
    void on(AttemptChanged event) {
        changed(event.attempt());
    }

    @EventListener
    void on(SandboxChanged event) {
        changed(event.attempt());
    }

    private void changed(AttemptId attempt) {
        var follower = followers.get(attempt);
        if (follower != null) {
            AfterCommit.start("proof-" + attempt, follower.changes::release);
        }
    }

    /** Waits for changes of one attempt. Used by one thread. */
    final class Follower implements AutoCloseable {
        private final AttemptId attempt;
        private final Semaphore changes = new Semaphore(0);

        private Follower(AttemptId attempt) {
            this.attempt = attempt;
        }

        /**
         * Waits until the attempt or its sandbox has changed since the last call. If the thread is interrupted, the
         * method returns at once and the thread stays marked as interrupted.
         *
         * @return false if nothing has changed in this time, or the thread was interrupted
         */
        boolean await(Duration limit) {
            try {
                var changed = changes.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
                changes.drainPermits();
                return changed;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Forgets the changes so far, for instance changes that the caller has caused. */
        void forget() {
            changes.drainPermits();
        }

        @Override
        public void close() {
            followers.remove(attempt);
        }
    }
}

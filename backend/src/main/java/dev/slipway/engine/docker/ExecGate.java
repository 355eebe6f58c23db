package dev.slipway.engine.docker;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Limits the pending process starts of each node. A start is pending until the process writes its first byte or ends. A
 * node can make the start of a process hang, and each such start occupies threads and a process of the host engine,
 * even after the platform's timeout. Locking: this object's monitor guards the map and the counts of each node; no
 * thread waits while it holds the monitor.
 */
final class ExecGate {
    /**
     * Limit of pending starts per node. A page in a preview causes about ten starts at once, and checks and terminals
     * together cause as many. Each start takes about 50 ms.
     */
    static final int AT_ONCE = 32;

    /** After this many starts that hang, the gate admits only one start in each of the intervals below. */
    static final int MOST_LOST = 8;

    /** The first interval; it doubles with each further start that hangs. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    /** The longest interval: the time that a learner may have to wait although the node has recovered. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final LongSupplier nanoTime;

    @GuardedBy("this")
    private final Map<String, Node> nodes = new HashMap<>();

    private static final class Node {
        private final Semaphore places = new Semaphore(AT_ONCE, true);
        private int users;
        private int lost;
        private long closedUntil;
    }

    ExecGate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Waits until a process may be started in a node.
     *
     * @throws EngineException if too many starts hang in this node, or if all places are taken until the timeout
     */
    Place enter(String container, Duration timeout) {
        var node = join(container);
        var entered = false;
        try {
            entered = node.places.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            leave(container, node, 0);
            throw new EngineException(
                    Reason.TIMED_OUT, container + " has " + AT_ONCE + " processes that do not answer");
        }
        return new Place(container, node);
    }

    private synchronized Node join(String container) {
        var node = nodes.computeIfAbsent(container, _ -> new Node());
        if (node.lost >= MOST_LOST) {
            var now = nanoTime.getAsLong();
            var wait = node.closedUntil - now;
            if (wait > 0) {
                throw new EngineException(
                        Reason.TIMED_OUT,
                        "the start of %2$d processes hangs in %1$s; the next start is possible in %3$d s"
                                .formatted(container, node.lost, TimeUnit.NANOSECONDS.toSeconds(wait) + 1));
            }
            // This start is a trial. The gate refuses other starts until the interval that begins now has ended.
            node.closedUntil = now + pause(node.lost).toNanos();
        }
        node.users++;
        return node;
    }

    private static Duration pause(int lost) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(lost - MOST_LOST, 0, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private synchronized void leave(String container, Node node, int moreLost) {
        node.users--;
        if (moreLost > 0) {
            node.lost += moreLost;
            node.closedUntil = nanoTime.getAsLong() + pause(node.lost).toNanos();
        }
        if (node.users == 0 && node.lost == 0) {
            nodes.remove(container, node);
        }
    }

    private synchronized void recovered(Node node) {
        node.lost = 0;
    }

    /**
     * Forgets a container that was removed, so that its hanging starts do not count for the next container of this
     * name.
     */
    synchronized void forget(String container) {
        nodes.remove(container);
    }

    synchronized int remembered() {
        return nodes.size();
    }

    /**
     * A pending start of a process. Only the first call of {@link #answered}, {@link #refused} or {@link #lost} has an
     * effect.
     */
    final class Place {
        private final String container;
        private final Node node;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(String container, Node node) {
            this.container = container;
            this.node = node;
        }

        /** Reports that the process has written a byte or has ended. */
        void answered() {
            if (left.compareAndSet(false, true)) {
                recovered(node);
                give(0);
            }
        }

        /** Reports that the process was not started, for a reason that does not concern the node. */
        void refused() {
            if (left.compareAndSet(false, true)) {
                give(0);
            }
        }

        /** Reports that the start hangs. */
        void lost() {
            if (left.compareAndSet(false, true)) {
                give(1);
            }
        }

        boolean isLeft() {
            return left.get();
        }

        private void give(int lost) {
            node.places.release();
            leave(container, node, lost);
        }
    }
}

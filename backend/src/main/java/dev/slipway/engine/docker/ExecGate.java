package dev.slipway.engine.docker;

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
 * Bounds how many processes of one node can be unanswered: asked for, but without a byte of output and not ended. A node
 * can make the start of a process hang, and each such start holds threads and a process of the host engine, also after
 * the platform has given it up. Locking: the map and each node's counts are guarded by this object's monitor, which is
 * never held while waiting.
 */
final class ExecGate {
    /** A page in a preview asks for some ten things at once, checks and terminals for as many; each is answered in some 50 ms. */
    static final int AT_ONCE = 32;

    /** Starts that hang for good after which a node is asked only now and then. */
    static final int MOST_LOST = 8;

    /** Doubled with each further start that hangs. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    /** As long as somebody may wait for a node that has recovered by itself. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final LongSupplier nanoTime;
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
     * Waits for a place to start a process in a node.
     *
     * @throws EngineException if too many starts in this node hang, or none is answered in time
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
                        "%s let the start of %d processes hang and is asked again in %d s"
                                .formatted(container, node.lost, TimeUnit.NANOSECONDS.toSeconds(wait) + 1));
            }
            // This start is a trial; further ones wait for the next.
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

    /** The container is gone; the next one of its name begins anew. */
    synchronized void forget(String container) {
        nodes.remove(container);
    }

    synchronized int remembered() {
        return nodes.size();
    }

    /** One process on its way. The first call of one of its methods counts. */
    final class Place {
        private final String container;
        private final Node node;
        private final AtomicBoolean left = new AtomicBoolean();

        private Place(String container, Node node) {
            this.container = container;
            this.node = node;
        }

        /** The process has said something or has ended. */
        void answered() {
            if (left.compareAndSet(false, true)) {
                recovered(node);
                give(0);
            }
        }

        /** The process was not started, for a reason that says nothing about the node. */
        void refused() {
            if (left.compareAndSet(false, true)) {
                give(0);
            }
        }

        /** The start hangs. */
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

package dev.slipway.sandbox.agent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Number of bytes that the platform may still send on a stream. Thread-safe. */
final class SendCredit {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    @GuardedBy("lock")
    private long credit = AgentFrame.INPUT_CREDIT;

    @GuardedBy("lock")
    private @Nullable String failure;

    /**
     * Waits for credit, and takes up to {@code most} bytes of it.
     *
     * @throws IOException if the stream has ended
     */
    int take(int most) throws IOException {
        lock.lock();
        try {
            while (credit == 0 && failure == null) {
                news.await();
            }
            if (failure != null) {
                throw new IOException(failure);
            }
            var taken = (int) Math.min(credit, most);
            credit -= taken;
            return taken;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the node to read its input");
        } finally {
            lock.unlock();
        }
    }

    /** @throws AgentProtocolException if the agent gives more credit than it has received bytes */
    void add(long bytes) throws AgentProtocolException {
        lock.lock();
        try {
            credit += bytes;
            if (credit > AgentFrame.INPUT_CREDIT) {
                throw new AgentProtocolException("more credit than bytes were sent");
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void fail(String reason) {
        lock.lock();
        try {
            failure = reason;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

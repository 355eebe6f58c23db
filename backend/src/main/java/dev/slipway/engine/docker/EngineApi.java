package dev.slipway.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.EngineProperties;
import dev.slipway.engine.support.Remaining;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls the engine's API through docker-java. It enforces a timeout for each call and translates errors to {@link
 * EngineException}. It negotiates the API version at the first call, and again after the engine was unreachable. A
 * thread holds the lock while it creates or drops the client; threads read the volatile field {@code connected} without
 * the lock. {@link #close} does not wait for a thread that creates a client: it sets {@code closed} before it reads
 * {@code connected}, and that thread sets {@code connected} before it reads {@code closed}, so at least one of the two
 * threads drops the new client.
 */
final class EngineApi implements AutoCloseable {
    private final EngineProperties properties;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable EngineClient connected;
    private volatile boolean closed;

    EngineApi(EngineProperties properties) {
        this.properties = properties;
    }

    Duration callTimeout() {
        return properties.callTimeout();
    }

    /** Returns the negotiated API version as it is written in a path, for requests that do not use docker-java. */
    String version() {
        return inTime(
                "negotiate the version",
                properties.callTimeout(),
                () -> connected().version().asWebPathPart());
    }

    /** @param doing name of the operation and of its object, for error messages */
    <T extends @Nullable Object> T call(String doing, Function<DockerClient, T> call) {
        return call(doing, properties.callTimeout(), call);
    }

    /**
     * @param timeout timeout of the call, including a retry; a longer timeout than that of the settings is reduced to
     *     that
     */
    <T extends @Nullable Object> T call(String doing, Duration timeout, Function<DockerClient, T> call) {
        var limit = properties.callTimeout();
        var remaining = Remaining.of(timeout.compareTo(limit) < 0 ? timeout : limit);
        var before = connected;
        try {
            return inTime(doing, remaining.time(), () -> send(connected(), call));
        } catch (EngineException e) {
            if (e.reason() != Reason.UNREACHABLE || before == null) {
                throw e;
            }
            // The engine was probably restarted, which has closed the old connections. Every call of this class may be
            // sent again, because a repetition does no harm.
            drop(before);
            return inTime(doing, remaining.time(), () -> send(connected(), call));
        }
    }

    private <T extends @Nullable Object> T send(EngineClient client, Function<DockerClient, T> call)
            throws IOException {
        try {
            return call.apply(client.client());
        } catch (IllegalStateException e) {
            if (client.equals(connected)) {
                throw e;
            }
            // Another thread has dropped the client before this thread could send its request.
            throw new IOException("the connections were closed", e);
        }
    }

    private static <T extends @Nullable Object> T inTime(String doing, Duration timeout, Callable<T> call) {
        var task = new FutureTask<>(call);
        Thread.ofVirtual().name("engine-call").start(task);
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Interrupting the thread closes the socket, so that no thread waits forever for an engine that does not
            // answer.
            task.cancel(true);
            throw timedOut(doing, e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new EngineException(Reason.TIMED_OUT, doing + ": interrupted", e);
        } catch (ExecutionException e) {
            throw translated(doing, e);
        }
    }

    private static EngineException translated(String doing, ExecutionException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DockerException answer) {
                var reason = reason(answer.getHttpStatus());
                return new EngineException(reason, doing + ": " + answer.getMessage(), error);
            }
            if (cause instanceof InterruptedIOException) {
                return timedOut(doing, error);
            }
            if (cause instanceof IOException) {
                return new EngineException(Reason.UNREACHABLE, doing + ": the engine cannot be reached", error);
            }
        }
        return new EngineException(Reason.REFUSED, doing + ": " + error.getMessage(), error);
    }

    private static EngineException timedOut(String doing, Exception cause) {
        return new EngineException(Reason.TIMED_OUT, doing + ": the engine did not answer in time", cause);
    }

    /**
     * Returns the reason for an HTTP status of the engine. The engine returns 403 if an object's state forbids the
     * change.
     */
    static Reason reason(int status) {
        return switch (status) {
            case 404 -> Reason.NOT_FOUND;
            case 403, 409 -> Reason.CONFLICT;
            default -> Reason.REFUSED;
        };
    }

    /** @throws IOException if {@link #close} has been called */
    private EngineClient connected() throws IOException, InterruptedException {
        // A caller whose timeout has expired must not continue to wait for the lock while another caller connects to an
        // engine that does not answer.
        lock.lockInterruptibly();
        try {
            var current = connected;
            if (current == null && !closed) {
                current = EngineClient.connect(properties);
                connected = current;
            }
            if (current == null || closed) {
                close();
                throw new IOException("the engine's client is closed");
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    private void drop(EngineClient broken) {
        lock.lock();
        try {
            if (broken.equals(connected)) {
                connected = null;
                broken.close();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes all connections. All further calls fail, and so do retries of calls that are in progress. */
    @Override
    public void close() {
        closed = true;
        var current = connected;
        if (current != null) {
            drop(current);
        }
    }
}

package dev.slipway.sandbox.attach;

import dev.slipway.engine.support.BoundedOutput;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams of a child process. Three platform threads read its output, read its errors and write its input, because
 * these calls block in the kernel, where a virtual thread would block its carrier thread. The output thread releases
 * the process's descriptors only after the process has ended and the two other threads have finished. If it closed a
 * descriptor that another thread still uses, the kernel could give the descriptor's number to another session.
 */
final class ChildStream implements NodeStream {
    private static final Logger log = LoggerFactory.getLogger(ChildStream.class);

    /** How long a process may take to end after the hang-up signal, before it is killed. */
    private static final Duration GRACE = Duration.ofSeconds(2);
    /** How long the end of the output is delayed so that the rest of standard error can be read before it. */
    private static final Duration ERRORS_FOLLOW = Duration.ofMillis(200);

    private final String name;
    private final Child child;
    private final int lostStatus;
    private final Conduit output = new Conduit();
    private final Conduit input = new Conduit();
    private final InputStream outputSource = output.source();
    private final OutputStream inputSink = input.sink();
    private final BoundedOutput error;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread errors;
    private final Thread feeder;

    private ChildStream(String name, Child child, int lostStatus, int errorLimit) {
        this.name = name;
        this.child = child;
        this.lostStatus = lostStatus;
        this.error = new BoundedOutput(errorLimit);
        this.errors = Thread.ofPlatform().daemon().name("attach-error-" + name).unstarted(this::readErrors);
        this.feeder = Thread.ofPlatform().daemon().name("attach-input-" + name).unstarted(this::feed);
    }

    /** @param lostStatus exit status that means that the machine could not be reached */
    static ChildStream of(String name, Child child, int lostStatus, int errorLimit) {
        var stream = new ChildStream(name, child, lostStatus, errorLimit);
        stream.errors.start();
        stream.feeder.start();
        Thread.ofPlatform().daemon().name("attach-output-" + name).start(stream::keep);
        return stream;
    }

    /** Returns a future that completes when all resources of the process are released. */
    CompletableFuture<Void> released() {
        return released;
    }

    private void keep() {
        try {
            carry(child.output(), output.sink(), Long.MAX_VALUE);
            errors.join(ERRORS_FOLLOW);
            output.end();
            var status = child.awaitExit();
            errors.join();
            exit.complete(status);
            input.abort();
            feeder.join();
            child.release();
        } catch (IOException | InterruptedException | RuntimeException e) {
            log.warn("attach process not cleaned up target={}", name, e);
        } finally {
            output.end();
            exit.completeExceptionally(new IllegalStateException("the exit status of the process is unknown"));
            released.complete(null);
        }
    }

    private void readErrors() {
        if (carry(child.error(), error, BoundedOutput.MOST_OF_A_COMMAND) >= BoundedOutput.MOST_OF_A_COMMAND) {
            log.warn("attach process ended because it does not stop writing errors target={}", name);
            close();
        }
    }

    private void feed() {
        carry(input.source(), child.input(), Long.MAX_VALUE);
        try {
            child.endInput();
        } catch (IOException e) {
            log.debug("attach input ended target={} cause={}", name, e.toString());
        }
    }

    /** Copies bytes until the source ends or {@code most} bytes are copied; returns the number of copied bytes. */
    private long carry(InputStream from, OutputStream to, long most) {
        var buffer = new byte[1 << 14];
        var carried = 0L;
        try {
            for (var length = from.read(buffer); length >= 0 && carried < most; length = from.read(buffer)) {
                to.write(buffer, 0, length);
                to.flush();
                carried += length;
            }
        } catch (IOException e) {
            log.debug("attach stream ended target={} cause={}", name, e.toString());
        }
        return carried;
    }

    /** Returns whether the stream is a connection to this target. */
    boolean leadsTo(String target) {
        return name.equals(target);
    }

    @Override
    public InputStream output() {
        return outputSource;
    }

    @Override
    public OutputStream input() {
        return inputSink;
    }

    @Override
    public String error() {
        return error.text();
    }

    boolean errorTruncated() {
        return error.truncated();
    }

    @Override
    public void resize(TerminalSize size) {
        child.resize(size);
    }

    @Override
    public int exitStatus(Duration timeout) {
        var status = awaitStatus(timeout);
        if (status == lostStatus) {
            var said = error().strip().lines().reduce("", (first, last) -> last);
            throw new NodeException(
                    Reason.UNREACHABLE,
                    "The machine cannot be reached, or its connection was lost" + (said.isEmpty() ? "." : ": " + said));
        }
        return status;
    }

    private int awaitStatus(Duration timeout) {
        try {
            return exit.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new NodeException(Reason.TIMED_OUT, "the attach command of " + name + " is still running", e);
        } catch (ExecutionException e) {
            throw new NodeException(Reason.UNREACHABLE, "the attach command of " + name + " was lost", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeException(Reason.TIMED_OUT, "interrupted while waiting for " + name, e);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            output.abort();
            input.abort();
            child.hangUp();
            CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> {
                        if (!exit.isDone()) {
                            child.kill();
                        }
                    });
        }
    }
}

package dev.slipway.engine.fake;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.PtySize;
import dev.slipway.engine.support.BoundedOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A stream to a {@link FakeProcess} with a bounded pipe in each direction. */
public final class InMemoryStream implements EngineStream {
    private final BoundedPipe toProcess = new BoundedPipe();
    private final BoundedPipe fromProcess = new BoundedPipe();
    private final BoundedOutput error;
    private final BlockingQueue<PtySize> sizes = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();

    private InMemoryStream(int errorLimit) {
        this.error = new BoundedOutput(errorLimit);
    }

    /** Starts the process and returns its stream. */
    public static InMemoryStream to(FakeProcess process) {
        return to(process, 8192);
    }

    static InMemoryStream to(FakeProcess process, int errorLimit) {
        var stream = new InMemoryStream(errorLimit);
        Thread.ofVirtual().name("fake-process").start(() -> stream.run(process));
        return stream;
    }

    private void run(FakeProcess process) {
        var ended = 1;
        try {
            ended = process.run(new FakeProcess.Console(toProcess.reader, fromProcess.writer, error, sizes));
        } catch (IOException e) {
            ended = 141; // Of a process that SIGPIPE has killed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            fromProcess.end();
            status.complete(ended);
        }
    }

    @Override
    public InputStream output() {
        return fromProcess.reader;
    }

    @Override
    public OutputStream input() {
        return toProcess.writer;
    }

    @Override
    public String error() {
        return error.text();
    }

    boolean errorTruncated() {
        return error.truncated();
    }

    @Override
    public void resize(PtySize size) {
        sizes.add(size);
    }

    @Override
    public int exitStatus(Duration timeout) {
        try {
            return status.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new EngineException(Reason.TIMED_OUT, "the process is still running", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Reason.TIMED_OUT, "interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        // The order matters: if the process ends because its input ended, the reader must not get a regular end of
        // file.
        fromProcess.sever();
        toProcess.end();
    }
}

package dev.slipway.preview.proxy;

import dev.slipway.engine.http.HttpConnection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.hc.core5.http.ClassicHttpRequest;

/**
 * A request with a body, both ways at once, for an app may answer while it is still being sent to. The browser's request
 * is read by the thread that has it, so that none reads it when the server has reused it; the answer is written by
 * another, for which that one waits.
 */
final class Upload {
    private final Upstream upstream;
    private final HttpConnection http;
    private final ClassicHttpRequest outgoing;
    private final RequestBody body;

    /** Reads and writes the answer. */
    interface Answering {
        void run() throws IOException, PreviewFailure;
    }

    Upload(Upstream upstream, HttpConnection http, ClassicHttpRequest outgoing, RequestBody body) {
        this.upstream = upstream;
        this.http = http;
        this.outgoing = outgoing;
        this.body = body;
    }

    void run(Answering answering) throws IOException, PreviewFailure {
        body.awaitFirst();
        var answer = new FutureTask<Void>(() -> {
            try {
                answering.run();
            } finally {
                // Who has answered, or never will, is sent nothing more.
                upstream.close();
            }
            return null;
        });
        Thread.ofVirtual().name("preview-answer").start(answer);
        try {
            http.begin(outgoing);
        } catch (RequestBody.BrowserGoneException e) {
            upstream.close();
            settle(answer);
            throw new CutShortException("the request broke off", e);
        } catch (IOException notTaken) {
            // The app has answered before it took all, or is gone; reading its answer tells which.
        }
        await(answer);
    }

    /** Waits until nobody writes to the browser any more, however that ends. */
    private void settle(FutureTask<Void> answer) throws IOException {
        try {
            await(answer);
        } catch (PreviewFailure failed) {
            // Nobody is left who could be told.
        }
    }

    private void await(FutureTask<Void> answer) throws IOException, PreviewFailure {
        try {
            answer.get();
        } catch (InterruptedException e) {
            upstream.close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case PreviewFailure cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IOException(e);
            }
        }
    }
}

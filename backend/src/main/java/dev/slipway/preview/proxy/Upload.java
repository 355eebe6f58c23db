package dev.slipway.preview.proxy;

import dev.slipway.sandbox.http.HttpConnection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.hc.core5.http.ClassicHttpRequest;

/**
 * Request with a body. The proxy forwards the body while it reads the answer, because an app may answer before it has
 * received the whole request. The calling thread reads the browser's request, so that no other thread reads the request
 * object after the server has reused it. A virtual thread writes the answer, and the calling thread waits for it.
 */
final class Upload {
    private final Upstream upstream;
    private final HttpConnection http;
    private final ClassicHttpRequest outgoing;
    private final RequestBody body;

    /** Reads and writes the answer. */
    interface Answering {
        void run() throws IOException, PreviewException;
    }

    Upload(Upstream upstream, HttpConnection http, ClassicHttpRequest outgoing, RequestBody body) {
        this.upstream = upstream;
        this.http = http;
        this.outgoing = outgoing;
        this.body = body;
    }

    void run(Answering answering) throws IOException, PreviewException {
        body.awaitFirst();
        var answer = new FutureTask<Void>(() -> {
            try {
                answering.run();
            } finally {
                // After the answer or a failure the app receives nothing more.
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
            throw new TruncatedResponseException("the request ended early", e);
        } catch (IOException notTaken) {
            // The app has answered before it has read the whole request, or has closed the connection. Reading the
            // answer shows which of the two happened.
        }
        await(answer);
    }

    /** Waits until no other thread writes to the browser. Does not fail if no answer has begun. */
    private void settle(FutureTask<Void> answer) throws IOException {
        try {
            await(answer);
        } catch (PreviewException failed) {
            // The browser is gone, so no error page can be sent.
        }
    }

    private void await(FutureTask<Void> answer) throws IOException, PreviewException {
        try {
            answer.get();
        } catch (InterruptedException e) {
            upstream.close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case PreviewException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IOException(e);
            }
        }
    }
}

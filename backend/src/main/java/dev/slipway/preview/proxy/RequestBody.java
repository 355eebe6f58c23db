package dev.slipway.preview.proxy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** Request body, forwarded to the app as the browser sends it, one buffer at a time. */
final class RequestBody extends AbstractHttpEntity {
    private static final int BUFFER = 32 * 1024;

    private final BufferedInputStream browser;
    private final long length;
    private final Runnable moved;

    /** Thrown when the browser stops sending before the end of the body. */
    static final class BrowserGoneException extends IOException {
        BrowserGoneException(IOException cause) {
            super("the browser stopped sending before the end of the body", cause);
        }
    }

    /** @param length length of the body in bytes; negative if the browser does not declare it */
    RequestBody(InputStream browser, long length, Runnable moved) {
        super((ContentType) null, null, length < 0);
        this.browser = new BufferedInputStream(browser, BUFFER);
        this.length = length;
        this.moved = moved;
    }

    /**
     * Waits for the first byte of the body. Call this before another thread begins to write the answer, so that the two
     * threads do not write the server's 100 Continue and the answer at the same time.
     */
    void awaitFirst() throws IOException {
        browser.mark(1);
        if (read(new byte[1]) > 0) {
            browser.reset();
        }
    }

    @Override
    public void writeTo(OutputStream app) throws IOException {
        var buffer = new byte[BUFFER];
        for (var count = read(buffer); count >= 0; count = read(buffer)) {
            moved.run();
            app.write(buffer, 0, count);
            app.flush();
        }
    }

    private int read(byte[] buffer) throws IOException {
        try {
            return browser.read(buffer);
        } catch (IOException e) {
            throw new BrowserGoneException(e);
        }
    }

    @Override
    public InputStream getContent() {
        return browser;
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public void close() {}
}

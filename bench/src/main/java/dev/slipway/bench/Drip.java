package dev.slipway.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Limits an input stream to one byte per second while the limit is switched on. */
final class Drip {
    private volatile CountDownLatch wide = new CountDownLatch(0);

    /** Switches the limit on or off. If a thread waits for the next byte, ends its wait. */
    void narrow(boolean yes) {
        wide.countDown();
        wide = new CountDownLatch(yes ? 1 : 0);
    }

    private boolean isNarrow() {
        return wide.getCount() > 0;
    }

    InputStream on(InputStream in) {
        return new Dripping(in);
    }

    private final class Dripping extends FilterInputStream {
        Dripping(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            hold();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            hold();
            return super.read(bytes, offset, isNarrow() ? Math.min(1, length) : length);
        }

        private void hold() throws IOException {
            try {
                var _ = wide.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }
}

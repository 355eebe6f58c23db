package dev.slipway.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Limits an input stream to one byte per second while it is narrow. */
final class Drip {
    private static final int SECOND_IN_LOOKS = 10;

    private volatile boolean narrow;

    void narrow(boolean yes) {
        narrow = yes;
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
            return super.read(bytes, offset, narrow ? Math.min(1, length) : length);
        }

        private void hold() {
            for (var look = 0; narrow && look < SECOND_IN_LOOKS; look++) {
                Pause.millis(1000 / SECOND_IN_LOOKS);
            }
        }
    }
}

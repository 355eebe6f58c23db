package dev.slipway.sandbox.http;

import dev.slipway.sandbox.json.ExcessiveAnswerException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Input stream of the bytes that a node sends. While the head of a response is read, the number of bytes is limited.
 * One thread at a time may read.
 */
final class BoundedInput extends FilterInputStream {
    private static final long ALL = Long.MAX_VALUE;

    private long allowed = ALL;

    BoundedInput(InputStream input) {
        super(input);
    }

    void allow(int bytes) {
        allowed = bytes;
    }

    void allowAll() {
        allowed = ALL;
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (allowed <= 0) {
            throw new ExcessiveAnswerException("the head of a response is too long");
        }
        var count = super.read(bytes, offset, length);
        if (allowed != ALL) {
            allowed -= count;
        }
        return count;
    }
}

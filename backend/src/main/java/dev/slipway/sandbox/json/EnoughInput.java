package dev.slipway.sandbox.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An input stream that throws {@link ExcessiveAnswerException} as soon as the number of bytes read exceeds its limit.
 */
final class EnoughInput extends FilterInputStream {
    private final long limit;
    private long left;

    EnoughInput(InputStream input, long limit) {
        super(input);
        this.limit = limit;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        return read(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var count = super.read(bytes, offset, length);
        return read(count, count);
    }

    private int read(int result, int count) throws ExcessiveAnswerException {
        if (result >= 0) {
            left -= count;
            if (left < 0) {
                throw new ExcessiveAnswerException("more than " + limit + " bytes");
            }
        }
        return result;
    }
}

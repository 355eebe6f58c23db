package dev.slipway.engine.docker;

import dev.slipway.engine.support.BoundedOutput;
import dev.slipway.engine.support.EndlessOutputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The standard output of a process without a terminal. The engine sends standard output and standard error in frames.
 * The header of a frame has one byte for the kind of output, three zero bytes, and four bytes for the length. The
 * content of frames of standard error is written to {@code error}. Not safe for several threads.
 */
final class FrameInput extends InputStream {
    private static final int HEADER = 8;
    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;

    private final InputStream frames;
    /**
     * Number of bytes that are copied at once: large enough for full speed, and as long as the engine's longest frames.
     */
    private static final int PIECE = 32 * 1024;

    private final BoundedOutput error;
    private long errorLeft;
    private int remaining;

    /**
     * @param mostError number of bytes of standard error that the process may write; more would keep the reading thread
     *     busy for no purpose
     */
    FrameInput(InputStream frames, BoundedOutput error, long mostError) {
        this.frames = frames;
        this.error = error;
        this.errorLeft = mostError;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (remaining == 0) {
            if (!nextFrame()) {
                return -1;
            }
        }
        var count = frames.read(bytes, offset, Math.min(length, remaining));
        if (count < 0) {
            throw new EOFException("the engine ended the stream within a frame");
        }
        remaining -= count;
        return count;
    }

    /** Reads the header of the next frame, and also the content if it is standard error; returns false at the end. */
    private boolean nextFrame() throws IOException {
        var header = frames.readNBytes(HEADER);
        if (header.length == 0) {
            return false;
        }
        if (header.length < HEADER) {
            throw new EOFException("the engine ended the stream within a frame's header");
        }
        var length = ByteBuffer.wrap(header).getInt(4);
        if (length < 0) {
            throw new IOException("the engine sent a frame of a negative length");
        }
        switch (header[0]) {
            case STANDARD_OUTPUT -> remaining = length;
            case STANDARD_ERROR -> passError(length);
            default -> throw new IOException("the engine sent a frame of unknown kind " + header[0]);
        }
        return true;
    }

    private void passError(int length) throws IOException {
        errorLeft -= length;
        if (errorLeft < 0) {
            throw new EndlessOutputException();
        }
        for (var left = length; left > 0; ) {
            var piece = frames.readNBytes(Math.min(left, PIECE));
            if (piece.length == 0) {
                throw new EOFException("the engine ended the stream within a frame");
            }
            error.write(piece);
            left -= piece.length;
        }
    }

    @Override
    public int available() throws IOException {
        return Math.min(remaining, frames.available());
    }
}

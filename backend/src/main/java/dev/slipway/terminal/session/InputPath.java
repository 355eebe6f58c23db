package dev.slipway.terminal.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Queue of input for the node. Any thread may add input; one thread writes it in order, so that a shell that does not
 * read its input blocks only this thread.
 */
final class InputPath {
    private final LinkedBlockingQueue<Chunk> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    private record Chunk(ByteBuffer bytes, IntConsumer taken) {}

    /** @param taken receives the number of bytes after the node has read them */
    void offer(byte[] bytes, IntConsumer taken) {
        waiting.addAndGet(bytes.length);
        queue.add(new Chunk(ByteBuffer.wrap(bytes), taken));
    }

    /** Returns how many bytes the node has not read yet. */
    int waiting() {
        return waiting.get();
    }

    /** Writes the queued input until the thread is interrupted or the node accepts no more input. */
    void writeTo(OutputStream node) throws IOException, InterruptedException {
        while (true) {
            var chunk = queue.take();
            var bytes = chunk.bytes();
            var length = bytes.remaining();
            node.write(bytes.array(), bytes.arrayOffset(), length);
            node.flush();
            waiting.addAndGet(-length);
            chunk.taken().accept(length);
        }
    }
}

package dev.slipway.terminal.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The way of input into the node. Any thread may offer; one thread writes, in the order of the offers, so that a shell
 * that does not read holds nobody else.
 */
final class InputPath {
    private final LinkedBlockingQueue<Chunk> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    private record Chunk(ByteBuffer bytes, IntConsumer taken) {}

    /**
     * @param taken hears how many bytes the node has taken
     */
    void offer(byte[] bytes, IntConsumer taken) {
        waiting.addAndGet(bytes.length);
        queue.add(new Chunk(ByteBuffer.wrap(bytes), taken));
    }

    /** How many bytes the node has not yet taken. */
    int waiting() {
        return waiting.get();
    }

    /** Writes what is offered until interrupted or until the node takes no more. */
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

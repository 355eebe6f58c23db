package dev.slipway.terminal.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Shell process that a test controls: it prints given text, and echoes or records its input. */
final class FakeShell implements NodeStream {
    /** Size of the kernel's terminal buffer. */
    private static final int TTY_BUFFER = 4096;

    private final BytePipe output = new BytePipe(TTY_BUFFER);
    private final BytePipe input = new BytePipe(TTY_BUFFER);
    private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
    private final List<TerminalSize> sizes = new CopyOnWriteArrayList<>();
    private volatile TerminalSize size;
    private volatile int status;
    private volatile boolean lost;
    private volatile boolean closed;

    FakeShell(TerminalSize size) {
        this.size = size;
    }

    void print(String text) {
        print(text.getBytes(UTF_8));
    }

    void print(byte[] bytes) {
        try {
            output.in().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Echoes its input, as a terminal does, until it is closed. */
    void echo() {
        readInput(true);
    }

    /** Reads its input without echo. */
    void listen() {
        readInput(false);
    }

    void exit(int exitStatus) {
        status = exitStatus;
        output.close();
    }

    /** Loses its machine while it runs. */
    void lose() {
        lost = true;
        output.close();
    }

    byte[] typed() {
        synchronized (typed) {
            return typed.toByteArray();
        }
    }

    /** Returns how many printed bytes the platform has read. */
    long printedAndRead() {
        return output.bytesRead();
    }

    TerminalSize size() {
        return size;
    }

    /** Returns all sizes that it received after its first. */
    List<TerminalSize> sizes() {
        return sizes;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public InputStream output() {
        return output.out();
    }

    @Override
    public OutputStream input() {
        return input.in();
    }

    @Override
    public void resize(TerminalSize newSize) {
        size = newSize;
        sizes.add(newSize);
    }

    @Override
    public int exitStatus(Duration timeout) {
        if (lost) {
            throw new NodeException(Reason.UNREACHABLE, "the connection was lost");
        }
        return status;
    }

    @Override
    public void close() {
        closed = true;
        output.close();
        input.close();
    }

    private void readInput(boolean echo) {
        Thread.ofVirtual().start(() -> {
            var buffer = new byte[1024];
            try {
                for (var n = input.out().read(buffer); n >= 0; n = input.out().read(buffer)) {
                    synchronized (typed) {
                        typed.write(buffer, 0, n);
                    }
                    if (echo) {
                        output.in().write(buffer, 0, n);
                    }
                }
            } catch (IOException gone) {
                // The session has ended.
            }
        });
    }
}

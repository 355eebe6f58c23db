package dev.slipway.engine.docker;

import java.io.IOException;
import java.io.OutputStream;

/** The input of a process. Closing it leaves the output of the process open. Not safe for several threads. */
final class ExecInput extends OutputStream {
    /**
     * Ctrl-D, which ends the input of a process on a terminal. If the platform closed the sending half of the
     * connection instead, the engine would end the output too.
     */
    private static final byte[] END_OF_TRANSMISSION = {4};

    private final EngineSocket socket;
    private final boolean terminal;
    private boolean closed;

    ExecInput(EngineSocket socket, boolean terminal) {
        this.socket = socket;
        this.terminal = terminal;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the input of the process is closed");
        }
        socket.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (terminal) {
            socket.write(END_OF_TRANSMISSION, 0, 1);
        } else {
            socket.shutdownOutput();
        }
    }
}

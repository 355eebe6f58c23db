package dev.slipway.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/** A stream to a TCP server of the test. */
final class SocketStream implements EngineStream {
    private final Socket socket;

    private SocketStream(Socket socket) {
        this.socket = socket;
    }

    static SocketStream to(int port) {
        try {
            return new SocketStream(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public InputStream output() {
        try {
            return socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OutputStream input() {
        try {
            return socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void resize(TerminalSize size) {}

    @Override
    public int exitStatus(Duration timeout) {
        return 0;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

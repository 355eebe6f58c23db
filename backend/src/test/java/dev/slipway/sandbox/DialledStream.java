package dev.slipway.sandbox;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP port of this machine, dialled as by socat in a node: closing the input ends one direction only. */
public final class DialledStream implements NodeStream {
    private final Socket socket;
    private final InputStream output;
    private final OutputStream input;
    private final String error;
    private final Set<DialledStream> open;

    private DialledStream(
            Socket socket, InputStream output, OutputStream input, String error, Set<DialledStream> open) {
        this.socket = socket;
        this.output = output;
        this.input = input;
        this.error = error;
        this.open = open;
    }

    /**
     * Dials a port; where nothing listens, the stream is {@link #refused}.
     *
     * @param open a thread-safe set, in which the stream is until it is closed
     */
    public static DialledStream to(int port, Set<DialledStream> open) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            var stream = new DialledStream(socket, socket.getInputStream(), halfClosing(socket), "", open);
            open.add(stream);
            return stream;
        } catch (IOException e) {
            return refused(port);
        }
    }

    /** Returns what a dialler leaves when nothing listens: no output, and a complaint. */
    public static DialledStream refused(int port) {
        return new DialledStream(
                new Socket(),
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                "socat[7] E connect(5, AF=2 127.0.0.1:" + port + ", 16): Connection refused",
                ConcurrentHashMap.newKeySet());
    }

    private static OutputStream halfClosing(Socket socket) throws IOException {
        return new FilterOutputStream(socket.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                socket.shutdownOutput();
            }
        };
    }

    public boolean isClosed() {
        return socket.isClosed();
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public String error() {
        return error;
    }

    @Override
    public void resize(TerminalSize size) {}

    @Override
    public int exitStatus(Duration timeout) {
        return 0;
    }

    @Override
    public void close() {
        open.remove(this);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

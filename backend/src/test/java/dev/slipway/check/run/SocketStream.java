package dev.slipway.check.run;

import dev.slipway.engine.EngineStream;
import dev.slipway.engine.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;

/** A stream to an endpoint of a node: a socket, or a dialler whose connection was refused. */
final class SocketStream implements EngineStream {
    private final InputStream output;
    private final OutputStream input;
    private final Socket socket;
    private final String error;
    private final Set<SocketStream> open;

    private SocketStream(InputStream output, OutputStream input, Socket socket, String error, Set<SocketStream> open) {
        this.output = output;
        this.input = input;
        this.socket = socket;
        this.error = error;
        this.open = open;
    }

    static SocketStream to(InetSocketAddress address, Set<SocketStream> open) throws IOException {
        var socket = new Socket(address.getAddress(), address.getPort());
        return new SocketStream(socket.getInputStream(), socket.getOutputStream(), socket, "", open);
    }

    static SocketStream refused() {
        return new SocketStream(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new Socket(),
                "socat: connect: Connection refused",
                Set.of());
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
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (error.isEmpty()) {
            open.remove(this);
        }
    }
}

package dev.slipway.preview.proxy;

import dev.slipway.engine.EngineStream;
import dev.slipway.engine.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A dialled port of this machine, or a dialler that was refused. */
public record AppStream(Socket socket, InputStream output, OutputStream input, String error, AtomicInteger open)
        implements EngineStream {

    public static AppStream to(int port, AtomicInteger open) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            open.incrementAndGet();
            return new AppStream(socket, socket.getInputStream(), socket.getOutputStream(), "", open);
        } catch (IOException e) {
            return new AppStream(
                    new Socket(),
                    InputStream.nullInputStream(),
                    OutputStream.nullOutputStream(),
                    "socat[7] E connect(5, AF=2 127.0.0.1:" + port + ", 16): Connection refused",
                    open);
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
            if (socket.isConnected() && !socket.isClosed()) {
                open.decrementAndGet();
            }
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

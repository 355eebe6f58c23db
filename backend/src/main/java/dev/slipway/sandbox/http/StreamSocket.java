package dev.slipway.sandbox.http;

import dev.slipway.sandbox.NodeStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketImpl;

/**
 * Adapts a stream into a node to the socket that HttpCore requires. The socket has no timeouts of its own: a {@link
 * dev.slipway.engine.support.Deadline} closes the connection after a timeout.
 */
final class StreamSocket extends Socket {
    private final NodeStream stream;
    private final InputStream input;
    private volatile boolean closed;

    StreamSocket(NodeStream stream, InputStream input) throws java.net.SocketException {
        super((SocketImpl) null);
        this.stream = stream;
        this.input = input;
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return stream.input();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        stream.close();
    }

    @Override
    public void shutdownInput() {}

    @Override
    public void shutdownOutput() {}

    @Override
    public void setSoTimeout(int timeout) {}

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public void setSoLinger(boolean on, int linger) {}

    @Override
    public void setTcpNoDelay(boolean on) {}
}

package dev.slipway.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A connection to the engine's Unix socket. Reads are buffered because HTTP heads and frame headers are small; large
 * reads bypass the buffer. One thread may read while another writes. Any thread may close the connection; pending reads
 * and writes then throw an exception.
 */
final class EngineSocket extends InputStream {
    private static final int BUFFER = 16 * 1024;

    private final SocketChannel channel;
    private final OutputStream output;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);

    private EngineSocket(SocketChannel channel) {
        this.channel = channel;
        this.output = Channels.newOutputStream(channel);
    }

    static EngineSocket unconnected() throws IOException {
        return new EngineSocket(SocketChannel.open(StandardProtocolFamily.UNIX));
    }

    void connect(Path path) throws IOException {
        channel.connect(UnixDomainSocketAddress.of(path));
    }

    @Override
    public int read() throws IOException {
        return buffer.hasRemaining() || fill() ? Byte.toUnsignedInt(buffer.get()) : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!buffer.hasRemaining()) {
            if (length >= BUFFER) {
                return channel.read(ByteBuffer.wrap(bytes, offset, length));
            }
            if (!fill()) {
                return -1;
            }
        }
        var fitting = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, fitting);
        return fitting;
    }

    private boolean fill() throws IOException {
        buffer.clear();
        try {
            return channel.read(buffer) > 0;
        } finally {
            buffer.flip();
        }
    }

    @Override
    public int available() {
        return buffer.remaining();
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        output.write(bytes, offset, length);
    }

    /** Ends the output to the engine; the engine may continue to send. */
    void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

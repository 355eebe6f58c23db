package dev.slipway.sandbox.agent;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A program in a node that connects to the platform's socket and sends the bytes of a test. */
final class RawAgent implements AutoCloseable {
    private final SocketChannel channel;
    private final DataInputStream input;

    RawAgent(Path socket) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        input = new DataInputStream(Channels.newInputStream(channel));
    }

    /** Connects as an agent does. */
    static RawAgent welcomed(Path socket) throws IOException {
        var agent = new RawAgent(socket);
        agent.send(0, new AgentFrame.Hello(1, 1));
        agent.read();
        return agent;
    }

    void send(long stream, AgentFrame.FromAgent frame) throws IOException {
        write(AgentSide.encode(stream, frame));
    }

    /** Sends a frame with any content. */
    void send(int type, long stream, byte... content) throws IOException {
        write(ByteBuffer.allocate(8 + content.length)
                .putInt(type << 24 | content.length)
                .putInt((int) stream)
                .put(content)
                .array());
    }

    void write(byte[] bytes) throws IOException {
        for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
            channel.write(buffer);
        }
    }

    AgentSide.Addressed read() throws IOException {
        return AgentSide.read(input);
    }

    /** Reads and drops frames until the platform closes the connection. */
    void awaitEnd() {
        try {
            while (true) {
                read();
            }
        } catch (IOException ended) {
            // The platform has closed the connection.
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

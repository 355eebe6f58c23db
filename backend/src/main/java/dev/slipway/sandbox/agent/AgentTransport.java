package dev.slipway.sandbox.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Connection over which an agent's frames travel. */
interface AgentTransport extends AutoCloseable {
    InputStream input();

    /** Writes all bytes; blocks while the agent does not read. */
    void write(ByteBuffer bytes) throws IOException;

    /** Closes the connection at once; any thread may call this. */
    @Override
    void close();
}

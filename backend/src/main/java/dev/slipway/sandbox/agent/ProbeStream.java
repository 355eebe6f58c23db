package dev.slipway.sandbox.agent;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Stream to a port whose server is only to be found. After the end of its input, the output ends soon, also if the server
 * reads nothing and never closes the connection.
 */
final class ProbeStream extends AgentStream {
    /** Time for a greeting: as long as socat waits for the other direction by default. */
    private static final Duration GREETING = Duration.ofMillis(500);

    private final OutputStream input;

    ProbeStream(AgentConnection connection, long number, ReceiveMemory memory, int errorLimit) {
        super(connection, number, memory, errorLimit);
        this.input = new FilterOutputStream(super.input()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                super.close();
                endOutputAfter(GREETING);
            }
        };
    }

    @Override
    public OutputStream input() {
        return input;
    }
}

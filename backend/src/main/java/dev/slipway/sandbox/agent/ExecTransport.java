package dev.slipway.sandbox.agent;

import dev.slipway.engine.EngineStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Standard input and output of an agent that the host engine runs in a node. */
final class ExecTransport implements AgentTransport {
    private final EngineStream agent;

    ExecTransport(EngineStream agent) {
        this.agent = agent;
    }

    @Override
    public InputStream input() {
        return agent.output();
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        var input = agent.input();
        input.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        input.flush();
    }

    @Override
    public void close() {
        agent.close();
    }
}

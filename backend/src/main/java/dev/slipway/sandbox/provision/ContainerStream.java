package dev.slipway.sandbox.provision;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.PtySize;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.TerminalSize;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Stream of a process in a node's container. Its output and input are the engine's own byte streams. */
final class ContainerStream implements NodeStream {
    private final EngineStream stream;

    ContainerStream(EngineStream stream) {
        this.stream = stream;
    }

    /** Returns the engine's form of a terminal's size. */
    static PtySize ptySize(TerminalSize size) {
        return new PtySize(size.columns(), size.rows());
    }

    @Override
    public InputStream output() {
        return stream.output();
    }

    @Override
    public OutputStream input() {
        return stream.input();
    }

    @Override
    public String error() {
        return stream.error();
    }

    @Override
    public void resize(TerminalSize size) {
        try {
            stream.resize(ptySize(size));
        } catch (EngineException e) {
            throw ContainerProcesses.translated(e);
        }
    }

    @Override
    public int exitStatus(Duration timeout) {
        try {
            return stream.exitStatus(timeout);
        } catch (EngineException e) {
            throw ContainerProcesses.translated(e);
        }
    }

    @Override
    public void close() {
        stream.close();
    }
}

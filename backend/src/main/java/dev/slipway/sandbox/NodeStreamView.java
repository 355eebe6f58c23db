package dev.slipway.sandbox;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** A stream that delegates to another stream; subclasses override the methods that differ. */
public abstract class NodeStreamView implements NodeStream {
    private final NodeStream stream;

    protected NodeStreamView(NodeStream stream) {
        this.stream = stream;
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
        stream.resize(size);
    }

    @Override
    public int exitStatus(Duration timeout) {
        return stream.exitStatus(timeout);
    }

    @Override
    public void close() {
        stream.close();
    }
}

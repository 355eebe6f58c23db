package dev.slipway.sandbox.provision;

import dev.slipway.engine.EngineStream;
import dev.slipway.engine.TerminalSize;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** A shell's stream that says so whenever something is typed. A paused shell reads it once it goes on. */
final class WakingStream implements EngineStream {
    private final EngineStream stream;
    private final OutputStream input;

    WakingStream(EngineStream stream, Runnable typed) {
        this.stream = stream;
        this.input = new FilterOutputStream(stream.input()) {
            @Override
            public void write(int next) throws IOException {
                typed.run();
                out.write(next);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                typed.run();
                out.write(bytes, offset, length);
            }
        };
    }

    @Override
    public InputStream output() {
        return stream.output();
    }

    @Override
    public OutputStream input() {
        return input;
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

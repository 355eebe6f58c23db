package dev.slipway.sandbox.provision;

import dev.slipway.engine.EngineStream;
import dev.slipway.engine.PtySize;
import dev.slipway.engine.fake.FakeProcess;
import dev.slipway.engine.fake.InMemoryStream;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.TerminalSize;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Streams to processes in memory. */
public final class FakeNodeStreams {
    private FakeNodeStreams() {}

    /** Starts a process and returns its stream. */
    public static NodeStream to(FakeProcess process) {
        return new ProcessStream(InMemoryStream.to(process));
    }

    private record ProcessStream(EngineStream stream) implements NodeStream {
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
            stream.resize(new PtySize(size.columns(), size.rows()));
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
}

package dev.slipway.sandbox.provision;

import dev.slipway.engine.EngineStream;
import dev.slipway.engine.support.EngineStreamView;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A shell's stream that says so whenever something is typed. A paused shell reads it once it goes on. */
final class WakingStream extends EngineStreamView {
    private final OutputStream input;

    WakingStream(EngineStream stream, Runnable typed) {
        super(stream);
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
    public OutputStream input() {
        return input;
    }
}

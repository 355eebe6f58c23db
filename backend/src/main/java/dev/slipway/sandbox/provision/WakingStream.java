package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.NodeStreamView;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Stream of a shell that reports each input to a callback. A paused shell reads the input after it is resumed. */
final class WakingStream extends NodeStreamView {
    private final OutputStream input;

    WakingStream(NodeStream stream, Runnable typed) {
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

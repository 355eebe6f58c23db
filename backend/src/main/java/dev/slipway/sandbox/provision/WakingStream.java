package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.NodeStreamView;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Stream of a shell. It calls a callback before it writes each input. If the node is paused, the shell reads the input
 * once the node is resumed.
 */
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

package dev.slipway.terminal.recording;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.wire.Frame.FromServer;

/** Recorder that ignores all output. */
public final class Unrecorded implements Recorder, OutputListener {

    @Override
    public OutputListener begin(TerminalKey terminal, TerminalSize size) {
        return this;
    }

    @Override
    public void output(byte[] bytes, int length) {}

    @Override
    public void resized(TerminalSize size) {}

    @Override
    public void ended(FromServer how) {}
}

package dev.slipway.terminal.recording;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.wire.Frame.FromServer;

/**
 * Listener for the output, the size and the end of one session. Its methods must not block and must not keep the array
 * that they receive. Any thread may call them.
 */
public interface OutputListener {

    /** Receives output: the first {@code length} of these bytes. */
    void output(byte[] bytes, int length);

    void resized(TerminalSize size);

    /** Called when the session has ended or the platform stops. No other call follows. */
    void ended(FromServer how);
}

package dev.slipway.terminal.recording;

import dev.slipway.engine.TerminalSize;
import dev.slipway.terminal.wire.Frame.FromServer;

/** Hears what becomes of one session. Never waits, may be called by any thread, and keeps no array that it is given. */
public interface OutputListener {

    /** The shell wrote the first {@code length} of these bytes. */
    void output(byte[] bytes, int length);

    void resized(TerminalSize size);

    /** The session is over, or at least this platform's part in it; nothing is heard after that. */
    void ended(FromServer how);
}

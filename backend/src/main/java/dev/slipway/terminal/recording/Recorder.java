package dev.slipway.terminal.recording;

import dev.slipway.engine.TerminalSize;
import dev.slipway.terminal.TerminalKey;

/** Records what shells write. */
public interface Recorder {

    /**
     * Listens to a session that begins, or that goes on after a restart: a recording of this terminal that has not
     * ended is continued. Nothing is stored before the first output.
     */
    OutputListener begin(TerminalKey terminal, TerminalSize size);
}

package dev.slipway.terminal.recording;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.TerminalKey;

/** Records the output of shells. */
public interface Recorder {

    /**
     * Returns the listener that records a session. If the latest recording of this terminal has not ended, for example
     * after a restart of the platform, the listener continues that recording. The listener stores nothing before the
     * first output.
     */
    OutputListener begin(TerminalKey terminal, TerminalSize size);
}

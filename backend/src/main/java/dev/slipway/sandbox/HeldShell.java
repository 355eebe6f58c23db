package dev.slipway.sandbox;

import dev.slipway.engine.EngineStream;
import dev.slipway.engine.TerminalSize;

/**
 * A shell that outlives its stream. Its output is counted from its start; a stream begins with the last part of what was
 * written before it was opened, and a newer stream ends an older one. {@link #exitStatus} fails as unreachable if this
 * stream ended and the shell did not.
 */
public interface HeldShell extends EngineStream {

    /** Tells this shell from every other one that its node ever had. */
    long epoch();

    /** Offset of the first byte to come. */
    long from();

    /** Offset of the first byte that is not history. */
    long historyEnd();

    /** How large the shell's terminal was when the stream was opened. */
    TerminalSize size();
}

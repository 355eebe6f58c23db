package dev.slipway.sandbox;

/**
 * Stream of a shell that outlives the stream. Offsets count the shell's output bytes from the shell's start. The stream
 * begins with the last part of the output that the shell wrote before the stream was opened. Opening a newer stream of
 * the same shell closes this stream. If this stream has ended while the shell still runs, {@link #exitStatus} throws a
 * {@link NodeException} with the reason {@code UNREACHABLE}.
 */
public interface HeldShell extends NodeStream {

    /** Returns an id that distinguishes this shell from every other shell that its node ever had. */
    long epoch();

    /** Returns the offset of the first byte of this stream. */
    long from();

    /** Returns the offset of the first byte that was written after this stream was opened. */
    long historyEnd();

    /** Returns the size of the shell's terminal at the time when the stream was opened. */
    TerminalSize size();
}

package dev.slipway.sandbox.attach;

import dev.slipway.sandbox.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Process that the platform has started and that leads its own process group. Reads and writes of its streams block in
 * the kernel.
 */
interface Child {
    InputStream output();

    /** Returns standard error; empty if the process has a terminal, because the output then contains its errors too. */
    InputStream error();

    OutputStream input();

    /** Signals the end of input to the process. Only the thread that writes the input may call this. */
    void endInput() throws IOException;

    void resize(TerminalSize size);

    /** Asks the process and its group to end. Does nothing once the process has ended. */
    void hangUp();

    /** Kills the process and its group. Does nothing once the process has ended. */
    void kill();

    int awaitExit() throws InterruptedException;

    /**
     * Releases the process's resources. Call it after the process has ended and when no thread uses its streams any
     * more.
     */
    void release() throws IOException, InterruptedException;
}

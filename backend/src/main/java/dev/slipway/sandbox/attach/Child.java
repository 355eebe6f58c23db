package dev.slipway.sandbox.attach;

import dev.slipway.engine.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A process that the platform started, leader of a process group of its own. Its streams block in the kernel. */
interface Child {
    InputStream output();

    /** Always at its end where output and error are one. */
    InputStream error();

    OutputStream input();

    /** Tells the process that nothing more comes. Belongs to the thread that writes the input. */
    void endInput() throws IOException;

    void resize(TerminalSize size);

    /** Asks the process and its group to end. Does nothing once the process has ended. */
    void hangUp();

    /** Ends the process and its group. Does nothing once the process has ended. */
    void kill();

    int awaitExit() throws InterruptedException;

    /** Gives back what the process held, after it has ended and no thread uses its streams any more. */
    void release() throws IOException, InterruptedException;
}

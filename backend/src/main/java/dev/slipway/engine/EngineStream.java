package dev.slipway.engine;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * The output and the input of a process in a node. One thread may read while another writes; only one thread at a time
 * may use each direction. Any thread may close the stream, which ends both directions at once.
 */
public interface EngineStream extends AutoCloseable {

    /**
     * Returns the output of the process: standard output and error together if the process has a terminal, else
     * standard output alone. The output ends when the process ends.
     */
    InputStream output();

    /**
     * Returns the input of the process. Closing this input leaves the output open: the process receives an end of file,
     * or Ctrl-D if it has a terminal.
     */
    OutputStream input();

    /** Returns the beginning of the standard error that the process has written so far; empty if it has a terminal. */
    default String error() {
        return "";
    }

    /** Sets the terminal's size. Does nothing if the process has ended or has no terminal. */
    void resize(PtySize size);

    /**
     * Returns the exit status of the process. Call it after the output has ended.
     *
     * @throws EngineException if the process is still running after the timeout
     */
    int exitStatus(Duration timeout);

    /**
     * Closes the connection. The input of the process ends; a process that does not read its input may continue to run.
     */
    @Override
    void close();
}

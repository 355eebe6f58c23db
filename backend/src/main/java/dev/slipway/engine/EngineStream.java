package dev.slipway.engine;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Both directions of a process in a node. One thread may read while another writes; each direction belongs to one
 * thread at a time. Closing ends both at once and is allowed from any thread.
 */
public interface EngineStream extends AutoCloseable {

    /** What the process writes: everything with a terminal, standard output without. Ends with the process. */
    InputStream output();

    /**
     * What the process reads. Closing it tells the process that nothing more comes, while its output goes on: as an end
     * of file without a terminal, as Ctrl-D with one.
     */
    OutputStream input();

    /** The beginning of what the process has written to standard error so far. Empty with a terminal. */
    default String error() {
        return "";
    }

    /** Tells the terminal's new size. Ignored once the process has ended or without a terminal. */
    void resize(TerminalSize size);

    /**
     * The process's exit status, after its output has ended.
     *
     * @throws EngineException if it is still running after the timeout
     */
    int exitStatus(Duration timeout);

    /** Ends the connection. The process sees its input end; one that waits for nothing of it may go on running. */
    @Override
    void close();
}

package dev.slipway.sandbox.attach;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import com.pty4j.unix.UnixPtyProcess;
import dev.slipway.sandbox.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Child process on a terminal that Pty4J provides. Locking: a thread holds this object's monitor while it sets the size
 * or closes the terminal. Otherwise it could set the size on a descriptor number that already belongs to another
 * session.
 */
final class TerminalChild implements Child {
    private static final byte[] END_OF_TRANSMISSION = {4};

    /**
     * Timeout for the start of a process. A fork takes milliseconds, but may take long on a machine that is short of
     * memory.
     */
    private static final Duration START_TIMEOUT = Duration.ofSeconds(10);

    private final UnixPtyProcess process;
    private final ThreadGroup threads;
    private final InputStream output;
    private final OutputStream input;

    @GuardedBy("this")
    private boolean released;

    private TerminalChild(UnixPtyProcess process, ThreadGroup threads) {
        this.process = process;
        this.threads = threads;
        // The streams must be taken now: when a process is killed, Pty4J closes the streams that no caller has taken.
        this.output = process.getInputStream();
        this.input = process.getOutputStream();
    }

    static TerminalChild start(List<String> words, Map<String, String> environment, TerminalSize size)
            throws IOException {
        var builder = new PtyProcessBuilder(words.toArray(String[]::new))
                .setEnvironment(environment)
                .setDirectory("/")
                .setInitialColumns(size.columns())
                .setInitialRows(size.rows());
        var threads = new ThreadGroup("attach-shell");
        var starting = new FutureTask<PtyProcess>(builder::start);
        new Thread(threads, starting, "attach-shell-start").start();
        try {
            return new TerminalChild(
                    (UnixPtyProcess) starting.get(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS), threads);
        } catch (TimeoutException e) {
            throw new IOException(words.getFirst() + " did not start within " + START_TIMEOUT.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("cannot start " + words.getFirst(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while starting " + words.getFirst());
        }
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public InputStream error() {
        return InputStream.nullInputStream();
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public void endInput() throws IOException {
        input.write(END_OF_TRANSMISSION);
    }

    @Override
    public synchronized void resize(TerminalSize size) {
        if (!released && process.isAlive()) {
            process.setWinSize(new WinSize(size.columns(), size.rows()));
        }
    }

    @Override
    public void hangUp() {
        signal(ProcessGroup.HANGUP);
    }

    @Override
    public void kill() {
        signal(ProcessGroup.KILL);
    }

    private void signal(int signal) {
        if (process.isAlive()) {
            ProcessGroup.signal(process.pid(), signal);
        }
    }

    @Override
    public int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    /**
     * Waits for Pty4J's own thread, which writes to a pipe of the terminal when the process has ended. If the
     * descriptor of this pipe were closed before that, its number might already belong to another session, which would
     * then read a stray byte.
     */
    @Override
    public void release() throws IOException, InterruptedException {
        // The group may also contain a thread of JNA, which never ends, so only the thread of Pty4J is joined.
        var started = new Thread[threads.activeCount() + 8];
        var count = threads.enumerate(started);
        for (var i = 0; i < count; i++) {
            if (started[i].getClass().getEnclosingClass() == UnixPtyProcess.class) {
                started[i].join();
            }
        }
        synchronized (this) {
            released = true;
            process.getPty().close();
        }
    }
}

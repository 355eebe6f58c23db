package dev.slipway.sandbox.attach;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import com.pty4j.unix.UnixPtyProcess;
import dev.slipway.engine.TerminalSize;
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
 * A process on a terminal, by Pty4J. Locking: the size is set and the terminal is given back under this object's
 * monitor, so that no size is set on a descriptor that has become somebody else's.
 */
final class TerminalChild implements Child {
    private static final byte[] END_OF_TRANSMISSION = {4};

    /** A fork takes milliseconds; a machine without memory may take long. */
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
        // Asked for at once: Pty4J closes what nobody has asked for when a process is killed.
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
     * Pty4J's own thread writes to a pipe of the terminal when the process has ended. Closed before that, its
     * descriptor may already belong to another session, which would then read a byte that nobody sent.
     */
    @Override
    public void release() throws IOException, InterruptedException {
        // JNA may have started a thread here too, which stays for good.
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

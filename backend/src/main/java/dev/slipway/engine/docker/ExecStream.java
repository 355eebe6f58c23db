package dev.slipway.engine.docker;

import com.github.dockerjava.api.command.InspectExecResponse;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.PtySize;
import dev.slipway.engine.support.BoundedOutput;
import dev.slipway.engine.support.Remaining;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * The stream of a process in a container, over an upgraded HTTP connection. It reads ahead at most one small buffer, so
 * a slow reader slows the process (backpressure). It uses no thread of its own.
 */
final class ExecStream implements EngineStream {
    /**
     * First pause between two inspect calls. The engine reports the exit status shortly after the output ends, usually
     * within a few milliseconds.
     */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    /** Shortest timeout of an inspect call; it applies even if less of the caller's timeout is left. */
    private static final Duration ONE_LOOK = Duration.ofSeconds(1);

    private final Exec exec;
    private final EngineSocket socket;
    private final boolean terminal;
    private final BoundedOutput error;
    private final InputStream output;
    private final OutputStream input;

    /** The process on the engine: its id for API calls, and its place in the {@link ExecGate}. */
    record Exec(EngineApi api, String id, ExecGate.Place place) {}

    ExecStream(Exec exec, EngineSocket socket, InputStream output, BoundedOutput error, boolean terminal) {
        this.exec = exec;
        this.socket = socket;
        this.output = output;
        this.error = error;
        this.terminal = terminal;
        this.input = new ExecInput(socket, terminal);
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public String error() {
        return error.text();
    }

    boolean errorTruncated() {
        return error.truncated();
    }

    @Override
    public void resize(PtySize size) {
        if (!terminal) {
            return;
        }
        try {
            exec.api()
                    .call(
                            "resize exec " + exec.id(),
                            docker -> docker.resizeExecCmd(exec.id())
                                    .withSize(size.rows(), size.columns())
                                    .exec());
        } catch (EngineException e) {
            // After the process has ended, the engine either no longer knows the process or cannot resize its terminal.
            if (e.reason() == Reason.UNREACHABLE || e.reason() == Reason.TIMED_OUT) {
                throw e;
            }
        }
    }

    @Override
    public int exitStatus(Duration timeout) {
        var remaining = Remaining.of(timeout);
        for (var pause = FIRST_PAUSE; ; pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE)) {
            var state = look(longer(remaining.time(), ONE_LOOK));
            if (!Boolean.TRUE.equals(state.isRunning()) && state.getExitCodeLong() != null) {
                return state.getExitCodeLong().intValue();
            }
            if (remaining.isOver()) {
                throw new EngineException(Reason.TIMED_OUT, "exec " + exec.id() + " is still running");
            }
            remaining.pause(pause);
        }
    }

    private InspectExecResponse look(Duration timeout) {
        return exec.api()
                .call(
                        "inspect exec " + exec.id(),
                        timeout,
                        docker -> docker.inspectExecCmd(exec.id()).exec());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!exec.place().isLeft()) {
                Thread.ofVirtual().name("exec-place").start(this::leave);
            }
        }
    }

    /**
     * Gives back the place of a process from which no byte was read. An inspect call shows whether the process has
     * started and merely has no output: if the process has no process id, its start hangs.
     */
    private void leave() {
        try {
            var pid = look(ONE_LOOK).getPidLong();
            if (pid == null || pid == 0) {
                exec.place().lost();
            } else {
                exec.place().answered();
            }
        } catch (EngineException e) {
            if (e.reason() == Reason.TIMED_OUT) {
                exec.place().lost();
            } else {
                exec.place().refused();
            }
        }
    }
}

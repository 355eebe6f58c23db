package dev.slipway.engine.docker;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.TerminalSize;
import dev.slipway.engine.support.BoundedOutput;
import dev.slipway.engine.support.Remaining;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * A process in a container, over a hijacked connection. Nothing is read ahead of the reader but one small buffer, so a
 * slow reader slows the process. No thread of its own.
 */
final class ExecStream implements EngineStream {
    private final EngineApi api;
    private final String exec;
    private final EngineSocket socket;
    private final boolean terminal;
    private final BoundedOutput error;
    private final InputStream output;
    private final OutputStream input;

    /** @param errorLimit how many bytes of standard error are kept */
    ExecStream(EngineApi api, String exec, EngineSocket socket, boolean terminal, int errorLimit) {
        this.api = api;
        this.exec = exec;
        this.socket = socket;
        this.terminal = terminal;
        this.error = new BoundedOutput(errorLimit);
        this.output = terminal ? socket : new FrameInput(socket, error);
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
    public void resize(TerminalSize size) {
        if (!terminal) {
            return;
        }
        try {
            api.call(
                    "resize exec " + exec,
                    docker -> docker.resizeExecCmd(exec)
                            .withSize(size.rows(), size.columns())
                            .exec());
        } catch (EngineException e) {
            // Once the process has ended, the engine either does not know it or cannot resize it.
            if (e.reason() == Reason.UNREACHABLE || e.reason() == Reason.TIMED_OUT) {
                throw e;
            }
        }
    }

    @Override
    public int exitStatus(Duration timeout) {
        var remaining = Remaining.of(timeout);
        // The engine learns of the end a moment after the output ends, seldom more than some milliseconds.
        for (var pause = Duration.ofMillis(1); ; pause = pause.multipliedBy(2)) {
            var state = api.call(
                    "inspect exec " + exec,
                    docker -> docker.inspectExecCmd(exec).exec());
            if (!Boolean.TRUE.equals(state.isRunning()) && state.getExitCodeLong() != null) {
                return state.getExitCodeLong().intValue();
            }
            if (remaining.isOver()) {
                throw new EngineException(Reason.TIMED_OUT, "exec " + exec + " is still running");
            }
            remaining.pause(pause);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.slipway.engine.docker;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.ExecResult;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.PtySize;
import dev.slipway.engine.support.BoundedOutput;
import dev.slipway.engine.support.Deadline;
import dev.slipway.engine.support.EndlessOutputException;
import dev.slipway.engine.support.Remaining;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * Starts processes in containers and connects to their input and output. Decision 0001 explains why the streams do not
 * use docker-java. Thread-safe.
 */
final class Execs {
    /** Number of bytes of standard error that are kept, enough to explain why a dialled endpoint did not respond. */
    private static final int ERROR_LIMIT = (int) DataSize.ofKilobytes(8).toBytes();

    /**
     * Number of bytes that a process on an open stream may write to standard error. Programs on such streams write a
     * line or two. A program that writes without end would keep the reading thread busy for no purpose.
     */
    private static final long MOST_ERROR = DataSize.ofMegabytes(4).toBytes();

    private final ExecGate gate = new ExecGate(System::nanoTime);
    private final EngineApi api;
    private final Path socketPath;

    Execs(EngineApi api, Path socketPath) {
        this.api = api;
        this.socketPath = socketPath;
    }

    ExecStream open(String container, ExecSpec process) {
        return begin(container, process, true, new ErrorLimits(ERROR_LIMIT, MOST_ERROR), api.callTimeout());
    }

    ExecResult run(String container, ExecSpec process, Duration timeout, int outputLimit) {
        var remaining = Remaining.of(timeout);
        var limits = new ErrorLimits(outputLimit, BoundedOutput.MOST_OF_A_COMMAND);
        var stream = begin(container, process, false, limits, shorter(timeout, api.callTimeout()));
        var deadline = Deadline.closing(stream, remaining.time());
        try (stream;
                deadline) {
            var output = new BoundedOutput(outputLimit);
            output.readAll(stream.output(), BoundedOutput.MOST_OF_A_COMMAND);
            var status = stream.exitStatus(remaining.time());
            return new ExecResult(status, output.text(), stream.error(), output.truncated() || stream.errorTruncated());
        } catch (IOException e) {
            throw failed("run in " + container, deadline, e);
        }
    }

    /**
     * Forgets a container that was removed, so that its hanging starts do not count for the next container of this
     * name.
     */
    void forget(String container) {
        gate.forget(container);
    }

    /**
     * Limits for standard error.
     *
     * @param kept number of bytes that are kept
     * @param all number of bytes that the process may write
     */
    private record ErrorLimits(int kept, long all) {}

    private ExecStream begin(
            String container, ExecSpec process, boolean withInput, ErrorLimits limits, Duration timeout) {
        var remaining = Remaining.of(timeout);
        var place = gate.enter(container, remaining.time());
        try {
            var exec = create(container, process, withInput, remaining.time());
            return start(exec, process, limits, place, remaining.time());
        } catch (RuntimeException e) {
            if (e instanceof EngineException failure && failure.reason() == Reason.TIMED_OUT) {
                place.lost();
            } else {
                place.refused();
            }
            throw e;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * Creates the process without a user name. The engine would look the name up in the node's own /etc/passwd and
     * /etc/group, which a learner can change: an endless file there took gigabytes of the engine's memory, and a FIFO
     * blocked one of the engine's threads. Without a name, the process runs as the user of the image, which is root in
     * the node's image.
     */
    private String create(String container, ExecSpec process, boolean withInput, Duration timeout) {
        var environment = process.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
        return api.call(
                "create exec in " + container,
                timeout,
                docker -> docker.execCreateCmd(container)
                        .withCmd(process.command().toArray(String[]::new))
                        .withEnv(environment)
                        .withWorkingDir(process.directory())
                        .withTty(process.terminal().isPresent())
                        .withAttachStdin(withInput)
                        .withAttachStdout(true)
                        .withAttachStderr(true)
                        .exec()
                        .getId());
    }

    private ExecStream start(
            String exec, ExecSpec process, ErrorLimits limits, ExecGate.Place place, Duration timeout) {
        var path = "/" + api.version() + "/exec/" + exec + "/start";
        var terminal = process.terminal().isPresent();
        var socket = unconnected();
        var deadline = Deadline.closing(socket, timeout);
        try (deadline) {
            socket.connect(socketPath);
            Hijack.request(
                    socket, path, process.terminal().map(Execs::onTerminal).orElse("{\"Tty\":false}"));
            var error = new BoundedOutput(limits.kept());
            var answer = new FirstByte(socket, place);
            var output = terminal ? answer : new FrameInput(answer, error, limits.all());
            return new ExecStream(new ExecStream.Exec(api, exec, place), socket, output, error, terminal);
        } catch (IOException e) {
            throw failed("start exec " + exec, deadline, closing(socket, e));
        }
    }

    /**
     * Returns a request body that sets the terminal's size before the process starts, so that a shell draws its first
     * line for the right width.
     */
    private static String onTerminal(PtySize size) {
        return "{\"Tty\":true,\"ConsoleSize\":[%d,%d]}".formatted(size.rows(), size.columns());
    }

    private static EngineSocket unconnected() {
        try {
            return EngineSocket.unconnected();
        } catch (IOException e) {
            throw new EngineException(Reason.UNREACHABLE, "no socket can be created", e);
        }
    }

    private static IOException closing(EngineSocket socket, IOException cause) {
        try {
            socket.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return cause;
    }

    private static EngineException failed(String doing, Deadline deadline, IOException cause) {
        if (deadline.expired()) {
            return new EngineException(Reason.TIMED_OUT, doing + ": did not end in time", cause);
        }
        if (cause instanceof EndlessOutputException) {
            return new EngineException(Reason.REFUSED, doing + ": " + cause.getMessage(), cause);
        }
        if (cause instanceof Hijack.RefusedException refused) {
            return new EngineException(EngineApi.reason(refused.status()), doing + ": " + refused.getMessage(), cause);
        }
        return new EngineException(Reason.UNREACHABLE, doing + ": the engine cannot be reached", cause);
    }
}

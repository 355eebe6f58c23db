package dev.slipway.engine.docker;

import dev.slipway.engine.CommandResult;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.TerminalSize;
import dev.slipway.engine.support.BoundedOutput;
import dev.slipway.engine.support.Deadline;
import dev.slipway.engine.support.Remaining;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Starts processes in containers and connects to them. Decision 0001 says why not with docker-java. Thread-safe. */
final class Execs {
    /** Enough of standard error to explain why a dialled endpoint did not answer. */
    private static final int ERROR_LIMIT = (int) DataSize.ofKilobytes(8).toBytes();

    private final EngineApi api;
    private final Path socketPath;

    Execs(EngineApi api, Path socketPath) {
        this.api = api;
        this.socketPath = socketPath;
    }

    ExecStream open(String container, ExecSpec process) {
        var exec = create(container, process, true);
        return start(exec, process, ERROR_LIMIT, api.callTimeout());
    }

    CommandResult run(String container, ExecSpec process, Duration timeout, int outputLimit) {
        var remaining = Remaining.of(timeout);
        var exec = create(container, process, false);
        var stream = start(exec, process, outputLimit, remaining.time());
        var deadline = Deadline.closing(stream, remaining.time());
        try (stream;
                deadline) {
            var output = new BoundedOutput(outputLimit);
            stream.output().transferTo(output);
            var status = stream.exitStatus(remaining.time());
            return new CommandResult(
                    status, output.text(), stream.error(), output.truncated() || stream.errorTruncated());
        } catch (IOException e) {
            throw failed("run in " + container, deadline, e);
        }
    }

    private String create(String container, ExecSpec process, boolean withInput) {
        var environment = process.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList();
        return api.call(
                "create exec in " + container,
                docker -> docker.execCreateCmd(container)
                        .withCmd(process.command().toArray(String[]::new))
                        .withEnv(environment)
                        .withWorkingDir(process.directory())
                        .withUser("0")
                        .withTty(process.terminal().isPresent())
                        .withAttachStdin(withInput)
                        .withAttachStdout(true)
                        .withAttachStderr(true)
                        .exec()
                        .getId());
    }

    private ExecStream start(String exec, ExecSpec process, int errorLimit, Duration timeout) {
        var path = "/" + api.version() + "/exec/" + exec + "/start";
        var socket = unconnected();
        var deadline = Deadline.closing(socket, timeout);
        try (deadline) {
            socket.connect(socketPath);
            Hijack.request(
                    socket, path, process.terminal().map(Execs::onTerminal).orElse("{\"Tty\":false}"));
            return new ExecStream(api, exec, socket, process.terminal().isPresent(), errorLimit);
        } catch (IOException e) {
            throw failed("start exec " + exec, deadline, closing(socket, e));
        }
    }

    /** The size is set before the process starts, so that a shell draws its first line for the right width. */
    private static String onTerminal(TerminalSize size) {
        return "{\"Tty\":true,\"ConsoleSize\":[%d,%d]}".formatted(size.rows(), size.columns());
    }

    private static EngineSocket unconnected() {
        try {
            return EngineSocket.unconnected();
        } catch (IOException e) {
            throw new EngineException(Reason.UNREACHABLE, "no socket can be made", e);
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
        if (cause instanceof Hijack.RefusedException refused) {
            return new EngineException(EngineApi.reason(refused.status()), doing + ": " + refused.getMessage(), cause);
        }
        return new EngineException(Reason.UNREACHABLE, doing + ": the engine cannot be reached", cause);
    }
}

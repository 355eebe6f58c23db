package dev.slipway.sandbox.provision;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.ExecSpec;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeStream;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Processes in the nodes' containers. This class and {@link ContainerStream} translate the engine's types into those of
 * the sandbox module, which all other modules use.
 */
@Component
public final class ContainerProcesses {
    private final ContainerEngine engine;

    ContainerProcesses(ContainerEngine engine) {
        this.engine = engine;
    }

    /**
     * Starts a process and connects to its input and output.
     *
     * @throws NodeException if the process cannot be started
     */
    NodeStream open(String container, ExecSpec process) {
        try {
            return new ContainerStream(engine.open(container, process));
        } catch (EngineException e) {
            throw translated(e);
        }
    }

    /**
     * Runs a command and waits until it ends; output and error are cut at {@code outputLimit} bytes each.
     *
     * @throws NodeException if the command cannot be started or has not ended after the timeout
     */
    CommandResult run(String container, ExecSpec process, Duration timeout, int outputLimit) {
        try {
            var result = engine.run(container, process, timeout, outputLimit);
            return new CommandResult(result.exitStatus(), result.output(), result.error(), result.truncated());
        } catch (EngineException e) {
            throw translated(e);
        }
    }

    /** Returns an exception of the same kind, with the same message and the original as its cause. */
    public static NodeException translated(EngineException failure) {
        var reason = switch (failure.reason()) {
            case UNREACHABLE -> NodeException.Reason.UNREACHABLE;
            case TIMED_OUT -> NodeException.Reason.TIMED_OUT;
            case NOT_FOUND -> NodeException.Reason.NOT_FOUND;
            case CONFLICT, REFUSED -> NodeException.Reason.REFUSED;
        };
        return new NodeException(reason, String.valueOf(failure.getMessage()), failure);
    }
}

package dev.slipway.sandbox;

import dev.slipway.engine.CommandResult;
import dev.slipway.engine.EngineStream;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;

/**
 * The one primitive by which the platform reaches a node: a stream into it. Terminals, checks, previews and files are
 * built on it.
 */
public interface NodeStreams {

    /**
     * @throws dev.slipway.engine.EngineException if the node cannot be reached
     * @throws dev.slipway.shared.UserFacingException if the sandbox is not ready
     */
    EngineStream open(SandboxId sandbox, NodeName node, StreamRequest request);

    /** Runs a command to its end; output and error are cut at {@code outputLimit} bytes each. */
    CommandResult run(
            SandboxId sandbox, NodeName node, StreamRequest.Command command, Duration timeout, int outputLimit);
}

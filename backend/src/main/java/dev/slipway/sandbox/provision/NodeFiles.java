package dev.slipway.sandbox.provision;

import dev.slipway.engine.support.BoundedOutput;
import dev.slipway.engine.support.Deadline;
import dev.slipway.engine.support.EndlessOutputException;
import dev.slipway.engine.support.Remaining;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.NodeFile;
import dev.slipway.sandbox.StreamRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Writes files on nodes through a stream: a shell in the node copies its input to the file. */
@Component
final class NodeFiles {
    /** Maximum number of bytes that the command may print. The command normally prints nothing. */
    private static final long MOST_OUTPUT = 64 * 1024;

    private static final String WRITE = "mkdir -p \"$(dirname \"$1\")\" && cat > \"$1\" && chmod \"$2\" \"$1\"";

    /**
     * Writes a file, replacing an existing one.
     *
     * @param timeout timeout of the whole transfer; after it, the platform stops waiting for a node that reads slowly
     *     or not at all
     * @throws ProvisioningException if the node cannot write the file
     * @throws NodeException if the node does not read the file in time
     */
    void put(FileTarget machine, NodeFile file, Duration timeout) {
        var mode = file.executable() ? "0755" : "0644";
        var command = StreamRequest.Command.of("/bin/sh", "-c", WRITE, "put", file.path(), mode);
        var remaining = Remaining.of(timeout);
        var stream = machine.open(command);
        var deadline = Deadline.closing(stream, remaining.time());
        try (stream;
                deadline) {
            try (var input = stream.input()) {
                input.write(file.content().getBytes(StandardCharsets.UTF_8));
            }
            new BoundedOutput(0).readAll(stream.output(), MOST_OUTPUT);
            if (stream.exitStatus(remaining.time()) != 0) {
                throw new ProvisioningException("The file " + file.path() + " could not be written on its machine.");
            }
        } catch (EndlessOutputException e) {
            throw new ProvisioningException("The file " + file.path() + " could not be written on its machine.");
        } catch (IOException e) {
            var reason = deadline.expired() ? Reason.TIMED_OUT : Reason.UNREACHABLE;
            throw new NodeException(reason, "the file " + file.path() + " was not read by the node", e);
        }
    }
}

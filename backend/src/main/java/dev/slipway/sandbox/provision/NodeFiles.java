package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.NodeFile;
import dev.slipway.sandbox.StreamRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Puts files on nodes through a stream: a shell in the node writes what it reads. */
@Component
final class NodeFiles {
    private static final String WRITE = "mkdir -p \"$(dirname \"$1\")\" && cat > \"$1\" && chmod \"$2\" \"$1\"";

    /**
     * Writes a file, replacing what is there.
     *
     * @throws ProvisioningException if the node cannot write it
     */
    void put(Machine machine, NodeFile file, Duration timeout) {
        var mode = file.executable() ? "0755" : "0644";
        var command = StreamRequest.Command.of("/bin/sh", "-c", WRITE, "put", file.path(), mode);
        try (var stream = machine.open(command)) {
            try (var input = stream.input()) {
                input.write(file.content().getBytes(StandardCharsets.UTF_8));
            }
            stream.output().readAllBytes();
            if (stream.exitStatus(timeout) != 0) {
                throw new ProvisioningException("The file " + file.path() + " could not be put on its machine.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file.path(), e);
        }
    }
}

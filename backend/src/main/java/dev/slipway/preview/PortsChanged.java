package dev.slipway.preview;

import dev.slipway.shared.SandboxId;
import java.util.List;

/** Event that is published when the open ports of a watched sandbox have changed. */
public record PortsChanged(SandboxId sandbox, List<OpenPort> ports) {
    public PortsChanged {
        ports = List.copyOf(ports);
    }
}

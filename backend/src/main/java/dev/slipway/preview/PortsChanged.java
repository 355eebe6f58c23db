package dev.slipway.preview;

import dev.slipway.shared.SandboxId;
import java.util.List;

/** Published when the open ports of a sandbox have changed. Only for sandboxes that are watched. */
public record PortsChanged(SandboxId sandbox, List<OpenPort> ports) {
    public PortsChanged {
        ports = List.copyOf(ports);
    }
}

package dev.slipway.preview;

import dev.slipway.shared.SandboxId;
import java.util.List;

/** Other ports are open in a sandbox than before. Only for sandboxes that somebody follows. */
public record PortsChanged(SandboxId sandbox, List<OpenPort> ports) {
    public PortsChanged {
        ports = List.copyOf(ports);
    }
}

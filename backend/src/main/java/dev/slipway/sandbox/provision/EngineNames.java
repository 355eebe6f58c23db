package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Deterministic names and labels of a sandbox's objects on the host engine. */
@Component
public final class EngineNames {
    private static final String INSTANCE = "dev.slipway.instance";
    private static final String SANDBOX = "dev.slipway.sandbox";
    private static final String NODE = "dev.slipway.node";

    private final String instance;

    EngineNames(SandboxProperties properties) {
        this.instance = properties.instance();
    }

    String network(SandboxId sandbox) {
        return "slipway-" + sandbox;
    }

    /**
     * Returns the name of the sandbox's bridge. The host engine's firewall selects its rules by the prefix of the name:
     * nodes on a closed network reach nothing outside the network, nodes on an open network reach the internet.
     */
    String bridge(SandboxId sandbox, boolean openEgress) {
        return (openEgress ? "swo-" : "swc-") + sandbox;
    }

    public String container(SandboxId sandbox, NodeName node) {
        return prefix(sandbox) + node;
    }

    /** Returns the first part of the names of the sandbox's containers. No other sandbox's containers have it. */
    String prefix(SandboxId sandbox) {
        return "slipway-" + sandbox + "-";
    }

    String diskVolume(SandboxId sandbox, NodeName node) {
        return container(sandbox, node) + "-disk";
    }

    /** Returns the label that all objects of this platform have. */
    public Map<String, String> ours() {
        return Map.of(INSTANCE, instance);
    }

    public Map<String, String> of(SandboxId sandbox) {
        return Map.of(INSTANCE, instance, SANDBOX, sandbox.value());
    }

    Map<String, String> of(SandboxId sandbox, NodeName node) {
        return Map.of(INSTANCE, instance, SANDBOX, sandbox.value(), NODE, node.value());
    }

    /** Returns the id of the sandbox in an object's labels; an empty text if the labels contain none. */
    public static String sandboxOf(Map<String, String> labels) {
        return labels.getOrDefault(SANDBOX, "");
    }
}

package dev.slipway.engine;

import java.util.Map;

/**
 * A network that is to be created. The engine's firewall selects the rules for a network by the name of the network's
 * bridge.
 */
public record NetworkSpec(String name, String bridge, Map<String, String> labels) {
    /** The kernel's limit for a network device's name. */
    private static final int MAX_DEVICE_NAME = 15;

    public NetworkSpec {
        if (bridge.length() > MAX_DEVICE_NAME) {
            throw new IllegalArgumentException("a bridge's name must have at most 15 characters: " + bridge);
        }
        labels = Map.copyOf(labels);
    }
}

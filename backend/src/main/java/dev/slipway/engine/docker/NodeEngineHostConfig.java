package dev.slipway.engine.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.model.HostConfig;
import java.util.List;
import java.util.Map;

/**
 * Host configuration with the fields for which docker-java has no setters: what the command line calls {@code
 * systempaths=unconfined}, which nested containers need to mount their own /proc and which is safe only in a user
 * namespace, and annotations, which the engine hands to the runtime.
 */
final class NodeEngineHostConfig extends HostConfig {
    private final transient Map<String, String> annotations;

    NodeEngineHostConfig(Map<String, String> annotations) {
        this.annotations = Map.copyOf(annotations);
    }

    @JsonProperty("Annotations")
    Map<String, String> annotations() {
        return annotations;
    }

    @JsonProperty("MaskedPaths")
    List<String> maskedPaths() {
        return List.of();
    }

    @JsonProperty("ReadonlyPaths")
    List<String> readonlyPaths() {
        return List.of();
    }
}

package dev.slipway.engine.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.model.HostConfig;
import java.util.List;
import java.util.Map;

/**
 * The host configuration with the fields for which docker-java has no setters: masked and read-only paths, and
 * annotations. Both lists of paths are empty, as with {@code systempaths=unconfined} on the command line. Otherwise
 * nested containers could not mount their own /proc. Empty lists are safe only in a user namespace. The engine passes
 * the annotations to the runtime.
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

package dev.slipway.engine.docker;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.model.HostConfig;
import java.util.List;

/**
 * What the command line calls {@code systempaths=unconfined}, for which docker-java has no setters. Nested containers
 * need it to mount their own /proc, and it is safe only in a user namespace.
 */
final class UnmaskedHostConfig extends HostConfig {
    @JsonProperty("MaskedPaths")
    List<String> maskedPaths() {
        return List.of();
    }

    @JsonProperty("ReadonlyPaths")
    List<String> readonlyPaths() {
        return List.of();
    }
}

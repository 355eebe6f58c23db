package dev.slipway.engine;

import java.time.Instant;
import java.util.Map;

/** A container of the engine. */
public record EngineContainer(String name, Status status, Map<String, String> labels, Instant createdAt) {

    /** What a container is doing. */
    public enum Status {
        CREATED,
        RUNNING,
        PAUSED,
        STOPPED
    }
}

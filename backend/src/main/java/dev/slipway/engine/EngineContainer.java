package dev.slipway.engine;

import java.time.Instant;
import java.util.Map;

/** A container of the engine. */
public record EngineContainer(String name, Status status, Map<String, String> labels, Instant createdAt) {

    /** The state of a container. */
    public enum Status {
        CREATED,
        RUNNING,
        PAUSED,
        STOPPED
    }
}

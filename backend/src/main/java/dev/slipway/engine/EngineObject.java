package dev.slipway.engine;

import java.time.Instant;
import java.util.Map;

/** A network or a volume of the engine. */
public record EngineObject(String name, Map<String, String> labels, Instant createdAt) {}

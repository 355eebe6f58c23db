package dev.slipway.lab;

import tools.jackson.databind.JsonNode;

/**
 * One assertion as the author wrote it; module {@code check} knows what it means. Variables are not yet filled in.
 *
 * @param kind such as {@code container.running}
 */
public record AssertionSource(String kind, JsonNode arguments, SourcePosition position) {}

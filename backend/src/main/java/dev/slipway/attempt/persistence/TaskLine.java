package dev.slipway.attempt.persistence;

import java.util.UUID;

/** Whether an attempt has passed one of its tasks. */
public record TaskLine(UUID attempt, boolean done) implements ProgressLine {}

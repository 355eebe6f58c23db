package dev.slipway.attempt.persistence;

import java.util.UUID;

/** A task of an attempt, and whether the attempt has passed it. */
public record TaskLine(UUID attempt, boolean done) implements ProgressLine {}

package dev.slipway.shared;

import java.util.UUID;

/** Identifies an attempt: one learner's go at one lab. */
public record AttemptId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

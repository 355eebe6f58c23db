package dev.slipway.shared;

import java.util.UUID;

/** Identifies an attempt: the work of one learner on one lab. */
public record AttemptId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

package dev.slipway.attempt.persistence;

import dev.slipway.lab.LabId;
import dev.slipway.shared.AttemptId;
import java.util.UUID;

/** The stored ids of an attempt and of its lab. */
public record AttemptLab(UUID attempt, String lab) {
    public AttemptId attemptId() {
        return new AttemptId(attempt);
    }

    public LabId labId() {
        return new LabId(lab);
    }
}

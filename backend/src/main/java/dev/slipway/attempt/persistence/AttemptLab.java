package dev.slipway.attempt.persistence;

import dev.slipway.lab.LabId;
import dev.slipway.shared.AttemptId;
import java.util.UUID;

/** An attempt and its lab, as they are stored. */
public record AttemptLab(UUID attempt, String lab) {
    public AttemptId attemptId() {
        return new AttemptId(attempt);
    }

    public LabId labId() {
        return new LabId(lab);
    }
}

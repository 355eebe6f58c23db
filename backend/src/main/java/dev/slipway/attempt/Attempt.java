package dev.slipway.attempt;

import dev.slipway.lab.LabId;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One learner's go at one lab, as it stands.
 *
 * @param sandbox the machines, gone once the attempt has ended
 */
public record Attempt(
        AttemptId id,
        AccountId learner,
        LabId lab,
        String labVersion,
        String labDigest,
        Status status,
        Instant startedAt,
        Optional<Instant> endedAt,
        Map<String, String> variables,
        List<TaskProgress> tasks,
        int score,
        int maxScore,
        boolean passed,
        int extensionsLeft,
        Optional<Sandbox> sandbox) {
    public Attempt {
        variables = Map.copyOf(variables);
        tasks = List.copyOf(tasks);
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Whether all tasks have passed. */
    public boolean isComplete() {
        return tasks.stream().allMatch(TaskProgress::passed);
    }

    /** Whether it goes on. */
    public enum Status {
        OPEN,
        ENDED
    }
}

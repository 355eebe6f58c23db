package dev.slipway.check;

import dev.slipway.lab.Lab;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import java.util.Map;
import java.util.Set;

/**
 * What to check for an attempt.
 *
 * @param variables the attempt's values, filled into the assertions
 * @param answers what the learner has typed as the answers to tasks
 * @param passed tasks that have passed already, which decides what is open
 */
public record CheckPlan(
        AttemptId attempt,
        SandboxId sandbox,
        Lab lab,
        Map<String, String> variables,
        Map<TaskId, String> answers,
        Set<TaskId> passed) {
    public CheckPlan {
        variables = Map.copyOf(variables);
        answers = Map.copyOf(answers);
        passed = Set.copyOf(passed);
    }
}

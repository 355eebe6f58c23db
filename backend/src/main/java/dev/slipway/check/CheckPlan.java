package dev.slipway.check;

import dev.slipway.lab.Lab;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import java.util.Map;
import java.util.Set;

/**
 * The attempt that {@link Checks} watches, and the state from which its evaluation starts.
 *
 * @param variables the attempt's value of each variable of the lab, which replaces the variable in assertions
 * @param answers the answers that the learner has given so far, by task
 * @param passed the tasks that have already passed; a task is open only after the tasks that it needs have passed
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

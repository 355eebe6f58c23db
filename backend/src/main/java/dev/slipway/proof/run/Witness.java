package dev.slipway.proof.run;

import dev.slipway.check.TaskEvaluated;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers on what facts the latest verdicts of attempts under proof rest. The maps are concurrent. */
@Component
class Witness {
    private final Map<AttemptId, Map<TaskId, String>> facts = new ConcurrentHashMap<>();

    void watch(AttemptId attempt) {
        facts.put(attempt, new ConcurrentHashMap<>());
    }

    void forget(AttemptId attempt) {
        facts.remove(attempt);
    }

    String facts(AttemptId attempt, TaskId task) {
        return facts.getOrDefault(attempt, Map.of()).getOrDefault(task, "");
    }

    @EventListener
    void on(TaskEvaluated evaluated) {
        facts.computeIfPresent(evaluated.attempt(), (_, ofAttempt) -> {
            ofAttempt.put(evaluated.task(), evaluated.facts());
            return ofAttempt;
        });
    }
}

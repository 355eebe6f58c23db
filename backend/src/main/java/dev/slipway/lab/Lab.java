package dev.slipway.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lab as its folder says, read and valid.
 *
 * @param digest SHA-256 in hex over everything that a learner or a check could notice
 * @param duration how long a learner will need, as the author guesses
 * @param variables how each variable of an attempt is chosen, by name
 */
public record Lab(
        LabId id,
        String version,
        String digest,
        String title,
        String summary,
        Difficulty difficulty,
        Duration duration,
        List<String> objectives,
        List<String> capabilities,
        boolean openEgress,
        List<String> images,
        Map<String, VariableRule> variables,
        List<NodeTemplate> nodes,
        SessionPolicy session,
        List<SetupCommand> setup,
        Scoring scoring,
        List<Task> tasks,
        List<Page> pages) {
    public Lab {
        objectives = List.copyOf(objectives);
        capabilities = List.copyOf(capabilities);
        images = List.copyOf(images);
        variables = Map.copyOf(variables);
        nodes = List.copyOf(nodes);
        setup = List.copyOf(setup);
        tasks = List.copyOf(tasks);
        pages = List.copyOf(pages);
    }

    /** The sum of the tasks' points. */
    public int maxPoints() {
        return tasks.stream().mapToInt(Task::points).sum();
    }

    public Optional<Task> task(TaskId task) {
        return tasks.stream().filter(t -> t.id().equals(task)).findFirst();
    }

    /** For whom a lab is. */
    public enum Difficulty {
        BEGINNER,
        INTERMEDIATE,
        ADVANCED
    }
}

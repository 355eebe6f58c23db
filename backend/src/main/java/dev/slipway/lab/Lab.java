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
 * @param nodes none if the lab is nothing but a quiz
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
        List<QuizQuestion> quiz,
        List<Page> pages) {
    public Lab {
        objectives = List.copyOf(objectives);
        capabilities = List.copyOf(capabilities);
        images = List.copyOf(images);
        variables = Map.copyOf(variables);
        nodes = List.copyOf(nodes);
        setup = List.copyOf(setup);
        tasks = List.copyOf(tasks);
        quiz = List.copyOf(quiz);
        pages = List.copyOf(pages);
    }

    /** A lab without a quiz. */
    public Lab(
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
        this(
                id,
                version,
                digest,
                title,
                summary,
                difficulty,
                duration,
                objectives,
                capabilities,
                openEgress,
                images,
                variables,
                nodes,
                session,
                setup,
                scoring,
                tasks,
                List.of(),
                pages);
    }

    /** The sum of the tasks' and the questions' points. */
    public int maxPoints() {
        return tasks.stream().mapToInt(Task::points).sum()
                + quiz.stream().mapToInt(QuizQuestion::points).sum();
    }

    /** Whether learners get machines for it. */
    public boolean hasMachines() {
        return !nodes.isEmpty();
    }

    public Optional<QuizQuestion> question(QuestionId question) {
        return quiz.stream().filter(q -> q.id().equals(question)).findFirst();
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

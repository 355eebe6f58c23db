package dev.slipway.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lab that was read from its folder and is valid.
 *
 * @param digest SHA-256 in hexadecimal digits over all content that a learner or a check can observe
 * @param duration the author's estimate of the time that a learner needs
 * @param variables the rule that chooses the value of each variable, by the variable's name
 * @param nodes the lab's nodes; empty if the lab is only a quiz
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

    /** Creates a lab without a quiz. */
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

    /** Returns the sum of the points of all tasks and questions. */
    public int maxPoints() {
        return tasks.stream().mapToInt(Task::points).sum()
                + quiz.stream().mapToInt(QuizQuestion::points).sum();
    }

    /** Returns whether learners get machines for this lab. */
    public boolean hasMachines() {
        return !nodes.isEmpty();
    }

    /** Returns the question with this id; empty if the lab has none. */
    public Optional<QuizQuestion> question(QuestionId question) {
        return quiz.stream().filter(q -> q.id().equals(question)).findFirst();
    }

    /** Returns the task with this id; empty if the lab has none. */
    public Optional<Task> task(TaskId task) {
        return tasks.stream().filter(t -> t.id().equals(task)).findFirst();
    }

    /** The difficulty of a lab. */
    public enum Difficulty {
        BEGINNER,
        INTERMEDIATE,
        ADVANCED
    }
}

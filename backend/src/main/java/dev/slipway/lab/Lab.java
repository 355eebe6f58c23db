package dev.slipway.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lab that was read from its folder and is valid.
 *
 * @param variables the rule that chooses the value of each variable, by the variable's name
 */
public record Lab(
        LabVersion version,
        LabDescription description,
        LabMachines machines,
        Map<String, VariableRule> variables,
        Scoring scoring,
        List<Task> tasks,
        List<QuizQuestion> quiz,
        List<Page> pages) {
    public Lab {
        variables = Map.copyOf(variables);
        tasks = List.copyOf(tasks);
        quiz = List.copyOf(quiz);
        pages = List.copyOf(pages);
    }

    /** Returns the id, which all versions of the lab share. */
    public LabId id() {
        return version.id();
    }

    /** Returns the title for learners. */
    public String title() {
        return description.title();
    }

    /** Returns the sum of the points of all tasks and questions. */
    public int maxPoints() {
        return tasks.stream().mapToInt(Task::points).sum()
                + quiz.stream().mapToInt(QuizQuestion::points).sum();
    }

    /** Returns whether learners get machines for this lab. */
    public boolean hasMachines() {
        return !machines.nodes().isEmpty();
    }

    /** Returns the question with this id; empty if the lab has none. */
    public Optional<QuizQuestion> question(QuestionId question) {
        return quiz.stream().filter(q -> q.id().equals(question)).findFirst();
    }

    /** Returns the task with this id; empty if the lab has none. */
    public Optional<Task> task(TaskId task) {
        return tasks.stream().filter(t -> t.id().equals(task)).findFirst();
    }
}

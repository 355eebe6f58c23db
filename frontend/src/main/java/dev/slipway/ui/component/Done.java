package dev.slipway.ui.component;

import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptSummary;
import dev.slipway.attempt.QuestionProgress;
import dev.slipway.attempt.TaskProgress;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The finished part of a lab: passed tasks and decided questions, and the number of each in the lab. */
public record Done(int tasks, int allTasks, int questions, int allQuestions) {

    /** Counts the finished part of the attempt's lab. */
    public static Done of(Attempt attempt) {
        return new Done(
                (int) attempt.tasks().stream().filter(TaskProgress::passed).count(),
                attempt.tasks().size(),
                (int) attempt.questions().stream()
                        .filter(QuestionProgress::isDecided)
                        .count(),
                attempt.questions().size());
    }

    public static Done of(AttemptSummary attempt) {
        var tasks = attempt.tasks();
        var questions = attempt.questions();
        return new Done(tasks.done(), tasks.all(), questions.done(), questions.all());
    }

    public int count() {
        return tasks + questions;
    }

    /** Returns the number of all tasks and questions. */
    public int whole() {
        return allTasks + allQuestions;
    }

    /** Returns text such as "1 of 3 tasks, 2 of 4 questions"; {@code between} separates the parts. */
    public String words(String between) {
        return Stream.of(part(tasks, allTasks, "tasks"), part(questions, allQuestions, "questions"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static String part(int done, int all, String word) {
        return all == 0 ? "" : done + " of " + all + " " + word;
    }
}

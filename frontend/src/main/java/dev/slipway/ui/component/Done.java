package dev.slipway.ui.component;

import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptSummary;
import dev.slipway.attempt.QuestionProgress;
import dev.slipway.attempt.TaskProgress;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much of a lab is done: tasks that have passed, and questions that are decided. */
public record Done(int tasks, int allTasks, int questions, int allQuestions) {

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

    public int whole() {
        return allTasks + allQuestions;
    }

    /** Such as "1 of 3 tasks, 2 of 4 questions". */
    public String words(String between) {
        return Stream.of(part(tasks, allTasks, "tasks"), part(questions, allQuestions, "questions"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static String part(int done, int all, String word) {
        return all == 0 ? "" : done + " of " + all + " " + word;
    }
}

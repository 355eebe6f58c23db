package dev.slipway.ui.component;

import dev.slipway.attempt.ProgressSummary;
import dev.slipway.attempt.ProgressSummary.Count;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The finished part of a lab: how many of its tasks have passed, and how many of its questions are decided. */
public record Done(Count tasks, Count questions) {

    /** Returns the finished part of a lab in which a learner has made this progress. */
    public static Done of(ProgressSummary progress) {
        return new Done(progress.tasks(), progress.questions());
    }

    /** Returns the number of passed tasks and decided questions. */
    public int count() {
        return tasks.done() + questions.done();
    }

    /** Returns the number of all tasks and questions. */
    public int whole() {
        return tasks.all() + questions.all();
    }

    /** Returns text such as "1 of 3 tasks, 2 of 4 questions"; {@code between} separates the parts. */
    public String words(String between) {
        return Stream.of(part(tasks, "tasks"), part(questions, "questions"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
    }

    private static String part(Count count, String word) {
        return count.all() == 0 ? "" : count.done() + " of " + count.all() + " " + word;
    }
}

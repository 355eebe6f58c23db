package dev.slipway.check;

import dev.slipway.check.assertion.Assertions;
import dev.slipway.check.assertion.Parsed;
import dev.slipway.check.assertion.Scope;
import dev.slipway.lab.AssertionSource;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.NodeTemplate;
import dev.slipway.lab.Task;
import dev.slipway.lab.VariableRule;
import java.util.List;
import java.util.stream.Collectors;

/** Validates the checks of a lab before learners see the lab. */
public final class CheckSyntax {
    private CheckSyntax() {}

    /**
     * Returns the problems in a lab's assertions, in the order of its tasks; empty if all assertions can be evaluated.
     */
    public static List<LabProblem> problems(Lab lab) {
        if (lab.tasks().isEmpty()) {
            return List.of();
        }
        var samples = lab.variables().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey(), e -> sample(e.getValue())));
        var scope = new Scope(
                samples, lab.machines().nodes().stream().map(NodeTemplate::name).toList());
        return lab.tasks().stream()
                .map(task -> Assertions.parse(task.check(), scope.in(task.id())))
                .flatMap(parsed -> switch (parsed) {
                    case Parsed.Read ignored -> List.<LabProblem>of().stream();
                    case Parsed.Refused(var problems) -> problems.stream();
                })
                .toList();
    }

    /** Returns whether a task's check contains an {@code answer} assertion, so that the learner must type an answer. */
    public static boolean asksForAnswer(Task task) {
        return task.check().stream().anyMatch(CheckSyntax::isAboutAnswer);
    }

    private static boolean isAboutAnswer(AssertionSource source) {
        return source.kind().equals("answer") || source.nested().stream().anyMatch(CheckSyntax::isAboutAnswer);
    }

    private static String sample(VariableRule rule) {
        return switch (rule) {
            case VariableRule.Pick(var options) -> options.isEmpty() ? "sample" : options.getFirst();
            case VariableRule.RandomWord() -> "sample";
        };
    }
}

package dev.slipway.attempt;

import dev.slipway.lab.AssertionSource;
import dev.slipway.lab.Hint;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabBuilder;
import dev.slipway.lab.PassRule;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizOption;
import dev.slipway.lab.QuizQuestion;
import dev.slipway.lab.QuizSolution;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lab with two tasks, and a quiz, for tests of attempts. */
public final class LabSamples {
    public static final TaskId FIRST = new TaskId("first");
    public static final TaskId SECOND = new TaskId("second");
    public static final QuestionId WHERE = new QuestionId("where");
    public static final QuestionId HOW_MANY = new QuestionId("how-many");
    public static final NodeName NODE = new NodeName("node1");
    private static final List<Hint> HINTS =
            List.of(new Hint(Duration.ZERO, "Look"), new Hint(Duration.ofMinutes(5), "Look again"));

    private LabSamples() {}

    /** Returns a lab with 40 and 60 points that is passed with 50 per cent; a hint on the second task costs 10. */
    public static Lab aLab() {
        return aLab("sample", HINTS).build();
    }

    /** Returns another lab with the same content. */
    public static Lab anotherLab() {
        return aLab("another", HINTS).digest("3".repeat(64)).build();
    }

    /** Returns a new version of the lab that requires a capability of the host. */
    static Lab aLabThatRequires(String capability) {
        return aLab("sample", List.of())
                .digest("2".repeat(64))
                .requires(capability)
                .build();
    }

    /** A lab of its own, which requires something of the host. */
    static Lab aLabThatRequires(String id, String capability) {
        return aLab(id, List.of()).digest("4".repeat(64)).requires(capability).build();
    }

    /** The same lab after an author has taken its hints out. */
    public static Lab aLabWithoutHints() {
        return aLab("sample", List.of()).digest("1".repeat(64)).build();
    }

    private static LabBuilder aLab(String id, List<Hint> hints) {
        return LabBuilder.aLab(id).nodes(NODE).tasks(aTask(FIRST, 40, List.of()), aTask(SECOND, 60, hints));
    }

    /**
     * Returns a lab with only two questions: 40 points and one try, 60 points and two tries. It is passed with 50 per
     * cent.
     */
    public static Lab aQuiz() {
        var options = Stream.of("A volume", "A registry")
                .map(text -> new QuizOption(text, Optional.of("You chose: " + text)))
                .toList();
        return LabBuilder.aLab("quiz")
                .title("Quiz", "A quiz for tests")
                .scoring(50, 0)
                .quiz(
                        new QuizQuestion(
                                WHERE,
                                "Where do images come from?",
                                40,
                                1,
                                Optional.empty(),
                                new QuizSolution.One(options, 2),
                                Optional.of("Registries keep images.")),
                        new QuizQuestion(
                                HOW_MANY,
                                "How many?",
                                60,
                                2,
                                Optional.empty(),
                                new QuizSolution.Amount(new BigDecimal(3), BigDecimal.ZERO, Optional.of("nodes")),
                                Optional.empty()))
                .build();
    }

    private static AssertionSource question() {
        return new AssertionSource(
                "answer",
                JsonNodeFactory.instance.objectNode().put("equals", "42"),
                new SourcePosition("lab.yaml", 2, 1));
    }

    private static Task aTask(TaskId id, int points, List<Hint> hints) {
        var assertion = new AssertionSource(
                "container.exists",
                JsonNodeFactory.instance.objectNode().put("name", id.value()),
                new SourcePosition("lab.yaml", 1, 1));
        return new Task(
                id,
                "Task " + id,
                points,
                Optional.empty(),
                List.of(),
                id.equals(FIRST) ? List.of(assertion, question()) : List.of(assertion),
                new PassRule(PassRule.Mode.LATCH, Duration.ZERO),
                hints);
    }
}

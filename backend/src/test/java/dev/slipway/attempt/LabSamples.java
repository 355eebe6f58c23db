package dev.slipway.attempt;

import dev.slipway.lab.AssertionSource;
import dev.slipway.lab.Hint;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabId;
import dev.slipway.lab.NodeTemplate;
import dev.slipway.lab.Scoring;
import dev.slipway.lab.SessionPolicy;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.node.JsonNodeFactory;

/** A lab with two tasks for tests of attempts. */
public final class LabSamples {
    public static final TaskId FIRST = new TaskId("first");
    public static final TaskId SECOND = new TaskId("second");
    public static final NodeName NODE = new NodeName("node1");

    private LabSamples() {}

    /** 40 and 60 points, passed with 50 per cent, a hint on the second task costs 10. */
    public static Lab aLab() {
        return new Lab(
                new LabId("sample"),
                "1.0.0",
                "0".repeat(64),
                "Sample",
                "A lab for tests",
                Lab.Difficulty.BEGINNER,
                Duration.ofMinutes(10),
                List.of(),
                List.of(),
                false,
                List.of(),
                Map.of(),
                List.of(new NodeTemplate(NODE, DataSize.ofMegabytes(768), 1, List.of())),
                new SessionPolicy(Duration.ofMinutes(45), Duration.ofMinutes(15), 2, Duration.ofMinutes(20)),
                List.of(),
                new Scoring(50, 10),
                List.of(
                        aTask(FIRST, 40, List.of()),
                        aTask(
                                SECOND,
                                60,
                                List.of(
                                        new Hint(Duration.ZERO, "Look"),
                                        new Hint(Duration.ofMinutes(5), "Look again")))),
                List.of());
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
                Task.Mode.LATCH,
                List.of(),
                Duration.ZERO,
                id.equals(FIRST) ? List.of(assertion, question()) : List.of(assertion),
                hints);
    }
}

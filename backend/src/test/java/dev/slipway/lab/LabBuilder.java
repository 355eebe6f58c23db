package dev.slipway.lab;

import dev.slipway.lab.LabDescription.Difficulty;
import dev.slipway.shared.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** Builds a valid lab for a test, which sets only the parts that matter to it. */
public final class LabBuilder {
    private static final SessionPolicy SESSION =
            new SessionPolicy(Duration.ofMinutes(45), Duration.ofMinutes(15), 2, Duration.ofMinutes(20));

    private final LabId id;
    private String digest = "0".repeat(64);
    private String title = "Sample";
    private String summary = "A lab for tests";
    private List<String> capabilities = List.of();
    private List<NodeTemplate> nodes = List.of();
    private Scoring scoring = new Scoring(50, 10);
    private List<Task> tasks = List.of();
    private List<QuizQuestion> quiz = List.of();

    private LabBuilder(LabId id) {
        this.id = id;
    }

    /** Starts with a lab without machines, tasks and questions. It is passed with 50 per cent; a hint costs 10. */
    public static LabBuilder aLab(String id) {
        return new LabBuilder(new LabId(id));
    }

    public LabBuilder digest(String digest) {
        this.digest = digest;
        return this;
    }

    public LabBuilder title(String title, String summary) {
        this.title = title;
        this.summary = summary;
        return this;
    }

    /** Sets what the host must support. */
    public LabBuilder requires(String... capabilities) {
        this.capabilities = List.of(capabilities);
        return this;
    }

    public LabBuilder nodes(NodeName... names) {
        nodes = Stream.of(names)
                .map(name -> new NodeTemplate(name, DataSize.ofMegabytes(768), 1, List.of()))
                .toList();
        return this;
    }

    public LabBuilder scoring(int passPercent, int hintCost) {
        scoring = new Scoring(passPercent, hintCost);
        return this;
    }

    public LabBuilder tasks(Task... tasks) {
        this.tasks = List.of(tasks);
        return this;
    }

    public LabBuilder quiz(QuizQuestion... questions) {
        quiz = List.of(questions);
        return this;
    }

    public Lab build() {
        return new Lab(
                new LabVersion(id, "1.0.0", digest),
                new LabDescription(title, summary, Difficulty.BEGINNER, Duration.ofMinutes(10), List.of()),
                new LabMachines(capabilities, nodes, false, List.of(), SESSION),
                Map.of(),
                scoring,
                tasks,
                quiz,
                List.of());
    }
}

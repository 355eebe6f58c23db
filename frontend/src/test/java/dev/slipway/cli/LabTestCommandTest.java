package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabTestCommandTest {
    private static final String QUIZ = """
            id: my-quiz
            version: 1.0.0
            title: My quiz
            summary: A quiz for the tests of the command.
            difficulty: beginner
            minutes: 10
            quiz:
              - {id: one, kind: number, question: How many, answer: 3, points: 5}
              - {id: two, kind: text, question: Who, pattern: "a|b", sample: SAMPLE, points: 5}
            """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Path lab() {
        return folder.resolve("my-quiz");
    }

    @BeforeEach
    void writePage() throws IOException {
        Files.createDirectories(lab().resolve("pages"));
        Files.writeString(lab().resolve("pages/10-start.md"), "# Start\n\n:::quiz{id=one}\n\n:::quiz{id=two}\n");
    }

    private int prove(String yaml, String... more) throws IOException, InterruptedException {
        Files.writeString(lab().resolve("lab.yaml"), yaml);
        var arguments = new ArrayList<>(List.of("lab", "test", lab().toString()));
        arguments.addAll(List.of(more));
        return LabTestCommand.run(arguments, new PrintStream(printed, true, UTF_8), _ -> {
            throw new IllegalStateException("a quiz needs no platform");
        });
    }

    @Test
    void quizIsProvenByItsAnswersWithoutMachines() throws IOException, InterruptedException {
        var report = folder.resolve("report.xml");

        var status = prove(QUIZ.replace("SAMPLE", "a"), "--junit", report.toString());

        assertThat(status).isZero();
        assertThat(printed.toString(UTF_8))
                .contains("ok   my-quiz", "quiz of 2 questions, by its answers")
                .endsWith("1 labs, 1 runs: 1 hold, 0 do not.\n");
        assertThat(report).content(UTF_8).contains("name=\"quiz of 2 questions, by its answers\"");
    }

    @Test
    void quizThatDoesNotTakeItsOwnAnswerIsNoLab() throws IOException, InterruptedException {
        var status = prove(QUIZ.replace("SAMPLE", "c"));

        assertThat(status).isOne();
        assertThat(printed.toString(UTF_8)).contains("my-quiz/lab.yaml:9", "[pattern-sample]", "fix these errors");
    }
}

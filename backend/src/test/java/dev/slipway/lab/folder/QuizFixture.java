package dev.slipway.lab.folder;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A lab that has only a quiz and no problems. Each test changes one part of it. */
final class QuizFixture {
    private static final String LAB_YAML = """
            id: my-quiz
            version: 1.0.0
            title: My quiz
            summary: A quiz for the tests of the reader.
            difficulty: beginner
            minutes: 10
            vars:
              WORD: {random: word}
            quiz:
              - id: one
                kind: single
                question: Where does `${WORD}` come from?
                options: [A registry, {text: A volume, feedback: It keeps what was written.}]
                answer: 1
                points: 5
                explain: Registries keep images.
              - id: some
                kind: multiple
                question: Which are objects of the engine?
                options: [Images, Volumes, Pods]
                answer: [1, 2]
                points: 10
                tries: 2
              - id: words
                kind: text
                question: Which database has the cart?
                answer: [MySQL, MariaDB]
                points: 3
              - id: form
                kind: text
                question: Name a broker.
                pattern: rabbit ?mq|kafka
                sample: RabbitMQ
                points: 3
              - id: amount
                kind: number
                question: How big is it?
                answer: 7.5
                tolerance: 0.5
                unit: MiB
                points: 4
            """;

    private static final String PAGE = """
            # Questions

            :::quiz{id=one}

            :::note
            :::quiz{id=some}
            :::

            :::quiz{id=words}
            :::
            :::quiz{id=form}

            :::quiz{id=amount}
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    private QuizFixture() {
        files.put("lab.yaml", LAB_YAML);
        files.put("pages/10-start.md", PAGE);
    }

    static QuizFixture aQuiz() {
        return new QuizFixture();
    }

    QuizFixture with(String path, String content) {
        files.put(path, content);
        return this;
    }

    /** Replaces a text in lab.yaml; ⏎ begins a new line with the next key of a question. */
    QuizFixture replacing(String from, String to) {
        var before = files.getOrDefault("lab.yaml", "");
        if (!before.contains(from)) {
            throw new IllegalArgumentException("lab.yaml does not contain " + from);
        }
        return with("lab.yaml", before.replace(from, to.replace("⏎", "\n    ")));
    }

    LabReading read() {
        var contents = new LinkedHashMap<String, byte[]>();
        files.forEach((path, content) -> contents.put(path, content.getBytes(StandardCharsets.UTF_8)));
        return LabReader.read(
                LabFolder.of("my-quiz", "my-quiz", contents), new HostKnowledge(Optional.empty(), Optional.empty()));
    }
}

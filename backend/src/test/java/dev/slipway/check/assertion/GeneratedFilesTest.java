package dev.slipway.check.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tests that the generated reference and schema are up to date with the code. */
class GeneratedFilesTest {
    private static final String HOW =
            "mvn -pl backend test -Dtest=GeneratedFilesTest -Dslipway.regenerate=true -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void referenceIsWhatTheCodeSays() throws IOException {
        var frame = frame();
        assertIsGenerated(Path.of("..", "docs", "authoring", "assertions.md"), ignored -> Reference.in(frame));
    }

    @Test
    void schemaIsWhatTheParserTakes() throws IOException {
        assertIsGenerated(Path.of("..", "labs", "schema", "lab.schema.json"), CheckSchema::renewed);
    }

    private static void assertIsGenerated(Path file, UnaryOperator<String> generate) throws IOException {
        var written = Files.readString(file);
        var generated = generate.apply(written);
        if (Boolean.getBoolean("slipway.regenerate")) {
            Files.writeString(file, generated);
            return;
        }
        assertThat(written)
                .as("%s is out of date. Generate it again: %s", file.getFileName(), HOW)
                .isEqualTo(generated);
    }

    private static String frame() throws IOException {
        try (var in = Objects.requireNonNull(GeneratedFilesTest.class.getResourceAsStream("reference.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

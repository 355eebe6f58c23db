package dev.slipway.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.util.FileSystemUtils;

/**
 * For each broken lab, lint reports the line of the mistake and an example of the right form. Each row of
 * {@code broken-labs.txt} breaks a valid lab in one place.
 */
class BrokenLabsTest {
    private static final Path SOUND = Path.of("src", "test", "labs", "sound");
    private static final Set<String> IMAGES = Set.of("busybox:latest", "httpd:latest", "nginx:latest");
    private static final List<Mutation> MUTATIONS = Mutation.read("broken-labs.txt");

    @TempDir
    Path folder;

    @Test
    void labThatIsBrokenHereIsSoundOtherwise() {
        assertThat(CheckLint.lint(SOUND, IMAGES)).isEmpty();
    }

    @Test
    void setIsAsLargeAsPromised() {
        assertThat(MUTATIONS).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @FieldSource("MUTATIONS")
    void lintNamesTheLineAndSaysHowItWouldBeRight(Mutation mutation) throws IOException {
        FileSystemUtils.copyRecursively(SOUND, folder);
        var file = folder.resolve("two-doors").resolve(mutation.file()).normalize();
        Files.writeString(file, mutation.applyTo(Files.readString(file)));

        var problems = CheckLint.lint(folder, IMAGES);

        assertThat(problems)
                .as("problems that lint reports for %s", mutation)
                .anySatisfy(problem -> assertThatItFits(problem, mutation));
        assertThat(problems)
                .extracting(LabProblem::rule, LabProblem::example)
                .allSatisfy(tuple -> assertThat(tuple.toList().get(1))
                        .as("example in the problem %s", tuple.toList().getFirst())
                        .isNotEqualTo(""));
    }

    private static void assertThatItFits(LabProblem problem, Mutation mutation) {
        assertThat(problem.rule()).isEqualTo(mutation.rule());
        assertThat(problem.position())
                .hasToString(mutation.expectedPosition(problem.position().file()));
        assertThat(problem.position().file()).endsWith(mutation.reportedIn());
        assertThat(problem.toString()).contains(mutation.said());
    }
}

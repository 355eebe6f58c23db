package dev.slipway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedLabsTest {
    private static final Path LABS = Path.of("../labs");
    private static final Path CATALOGUE = Path.of("../sandbox-images/catalog/list");

    @Test
    void allLabsOfTheRepositoryAreWithoutProblems() throws IOException {
        assertThat(LabLint.lint(LABS, catalogue())).isEmpty();
    }

    private static Set<String> catalogue() throws IOException {
        try (var rows = Files.lines(CATALOGUE)) {
            return rows.filter(row -> !row.startsWith("#"))
                    .flatMap(Pattern.compile("[\\s+]+")::splitAsStream)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
        }
    }
}

package dev.slipway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedLabsTest {
    private static final Path LABS = Path.of("../labs");

    @Test
    void allLabsOfTheRepositoryAreWithoutProblems() {
        assertThat(LabLint.lint(LABS, Set.of("busybox:latest", "debian:latest", "httpd:latest", "nginx:latest")))
                .isEmpty();
    }
}

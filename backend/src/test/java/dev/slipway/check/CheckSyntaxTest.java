package dev.slipway.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.LabProblem;
import dev.slipway.lab.folder.LabFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckSyntaxTest {

    @Test
    void checksOfAllShippedLabsAreUnderstood() {
        var labs = LabFolders.read(List.of(Path.of("..", "labs")), Optional.empty())
                .labs()
                .values();

        assertThat(labs).isNotEmpty();
        assertThat(labs)
                .allSatisfy(lab -> assertThat(CheckSyntax.problems(lab))
                        .extracting(LabProblem::toString)
                        .isEmpty());
    }
}

package dev.slipway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxIdTest {

    @Test
    void newIdsDifferAndHaveNoCharactersThatAreEasilyMisread() {
        var random = new Random(1);

        var ids =
                IntStream.range(0, 1000).mapToObj(_ -> SandboxId.random(random)).toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id.value()).doesNotContainPattern("[01lo]"));
    }
}

package dev.slipway.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private final Samples samples = new Samples();

    @Test
    void takesPercentilesByNearestRank() {
        IntStream.rangeClosed(1, 20).map(i -> 21 - i).forEach(samples::add);

        assertThat(samples.percentile(0.5)).isEqualTo(10);
        assertThat(samples.percentile(0.95)).isEqualTo(19);
        assertThat(samples.percentile(1)).isEqualTo(20);
    }

    @Test
    void refusesToSpeakOfNothing() {
        assertThatIllegalStateException().isThrownBy(() -> samples.percentile(0.5));
    }
}

package dev.slipway.attempt.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Verdict;
import dev.slipway.lab.SourcePosition;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictJsonTest {
    static Stream<Verdict> verdicts() {
        return Stream.of(
                new Verdict.Passed(),
                new Verdict.Failed(
                        "container.publishes", new SourcePosition("lab.yaml", 12, 9), "Wrong port", "8081", "8080"),
                new Verdict.Errored("The engine does not answer."),
                new Verdict.TimedOut("The probe took longer than 3 s."));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void verdictsSurviveStorage(Verdict verdict) {
        assertThat(VerdictJson.read(VerdictJson.write(verdict))).isEqualTo(verdict);
    }
}

package dev.slipway.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.SourcePosition;
import org.junit.jupiter.api.Test;

/** Tests which verdicts a learner can distinguish. */
class VerdictTest {
    private static final SourcePosition HERE = new SourcePosition("lab.yaml", 1, 1);
    private static final Verdict FAILED = new Verdict.Failed("http", HERE, "No answer", "nothing", "200");

    @Test
    void positionInTheLabMakesNoDifferenceToTheLearner() {
        var elsewhere = new SourcePosition("lab.yaml", 9, 1);

        assertThat(FAILED.readsAs(new Verdict.Failed("http", elsewhere, "No answer", "nothing", "200")))
                .isTrue();
    }

    @Test
    void everyWordAndTheKindOfAssertionMakeADifference() {
        assertThat(FAILED.readsAs(new Verdict.Failed("tcp", HERE, "No answer", "nothing", "200")))
                .isFalse();
        assertThat(FAILED.readsAs(new Verdict.Failed("http", HERE, "Wrong", "nothing", "200")))
                .isFalse();
        assertThat(FAILED.readsAs(new Verdict.Failed("http", HERE, "No answer", "404", "200")))
                .isFalse();
        assertThat(FAILED.readsAs(new Verdict.Failed("http", HERE, "No answer", "nothing", "201")))
                .isFalse();
    }

    @Test
    void sameWordsForAnotherOutcomeMakeADifference() {
        assertThat(new Verdict.Errored("slow").readsAs(new Verdict.TimedOut("slow")))
                .isFalse();
        assertThat(new Verdict.Errored("slow").readsAs(new Verdict.Errored("slow")))
                .isTrue();
        assertThat(new Verdict.Passed().readsAs(FAILED)).isFalse();
    }
}

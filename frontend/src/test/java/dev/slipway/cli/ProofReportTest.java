package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Verdict;
import dev.slipway.lab.LabId;
import dev.slipway.lab.Proof;
import dev.slipway.lab.Proof.Expected;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.TaskId;
import dev.slipway.proof.ProofResult;
import dev.slipway.proof.TaskOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofReportTest {
    private static final SourcePosition POSITION = new SourcePosition("lab.yaml", 1, 1);
    private static final TaskId OPENED = new TaskId("opened");
    private static final TaskId LEFT = new TaskId("left");

    @Test
    void showsWhatALearnerReadsWhereATaskFailsAtTheNamedAssertion() {
        var line = ProofReport.line(result(List.of()));

        assertThat(line.lines())
                .hasSize(2)
                .last()
                .asString()
                .isEqualToIgnoringWhitespace(
                        "opened failed at http. Nothing answers. Seen: nothing. Expected: a page.");
    }

    @Test
    void leavesTheVerdictsOfARunThatDoesNotHoldToTheDetails() {
        assertThat(ProofReport.line(result(List.of("opened passed, but should fail")))
                        .lines())
                .hasSize(1);
    }

    private static ProofResult result(List<String> mismatches) {
        var proof = new Proof(
                "closed",
                Optional.empty(),
                1,
                Map.of(OPENED, new Expected.Fail(Optional.of("http")), LEFT, new Expected.Fail(Optional.empty())),
                POSITION);
        var tasks = List.of(outcome(OPENED, "http"), outcome(LEFT, "answer"));
        return new ProofResult(new LabId("a-lab"), proof, Duration.ofSeconds(3), mismatches, tasks, "");
    }

    private static TaskOutcome outcome(TaskId task, String assertion) {
        var verdict = new Verdict.Failed(assertion, POSITION, "Nothing answers.", "nothing", "a page");
        return new TaskOutcome(task, false, Optional.of(verdict), "");
    }
}

package dev.slipway.proof.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.lab.TaskId;
import dev.slipway.proof.script.Step.Answer;
import dev.slipway.proof.script.Step.Keys;
import dev.slipway.proof.script.Step.Line;
import dev.slipway.proof.script.Step.TurnTo;
import dev.slipway.proof.script.Step.Until;
import dev.slipway.shared.NodeName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SolutionReaderTest {
    private static final NodeName FIRST = new NodeName("manager");

    @Test
    void beginsAtTheFirstNodeAndTypesEachLine() {
        var steps = SolutionReader.read("docker ps\ndocker info\n", FIRST);

        assertThat(steps)
                .containsExactly(
                        new TurnTo(FIRST, 1), new Line("docker ps", true, 1), new Line("docker info", true, 2));
    }

    @Test
    void typesEmptyAndIndentedLinesAsTheyAre() {
        var steps = SolutionReader.read("cat > a <<EOF\n\n  indented\nEOF\n", FIRST);

        assertThat(steps).contains(new Line("", true, 2), new Line("  indented", true, 3));
    }

    @Test
    void leavesRemarksOut() {
        assertThat(SolutionReader.read("# a remark\n#!/bin/sh\n", FIRST)).containsExactly(new TurnTo(FIRST, 1));
    }

    @Test
    void turnsToOtherNodesAndFurtherTerminals() {
        var steps = SolutionReader.read("# node: worker-1\nhostname\n# terminal: 2\ntop\n", FIRST);

        assertThat(steps)
                .containsExactly(
                        new TurnTo(FIRST, 1),
                        new TurnTo(new NodeName("worker-1"), 1),
                        new Line("hostname", true, 2),
                        new TurnTo(new NodeName("worker-1"), 2),
                        new Line("top", true, 4));
    }

    @Test
    void expectsNoPromptAfterTheOneLineThatIsMarked() {
        var steps = SolutionReader.read("# no prompt\ndocker attach web\ndocker ps\n", FIRST);

        assertThat(steps).contains(new Line("docker attach web", false, 2), new Line("docker ps", true, 3));
    }

    @Test
    void pressesKeysByName() {
        var steps = SolutionReader.read("# keys: ctrl-p ctrl-q esc x up\n", FIRST);

        assertThat(steps).contains(new Keys("ctrl-p ctrl-q esc x up", "\u0010\u0011\u001bx\u001b[A", 1));
    }

    @Test
    void waitsForTextsAndGivesAnswers() {
        var steps = SolutionReader.read("# until: ready for connections\n# answer: id 0123 abc\n# answer: id\n", FIRST);

        assertThat(steps)
                .contains(
                        new Until("ready for connections", 1), new Answer(new TaskId("id"), Optional.of("0123 abc"), 2))
                .contains(new Answer(new TaskId("id"), Optional.empty(), 3));
    }

    @Test
    void namesTheLineOfADirectiveThatCannotBeUnderstood() {
        assertThatThrownBy(() -> SolutionReader.read("docker ps\n# keys: ctrl-shift\n", FIRST))
                .hasMessageStartingWith("line 2: there is no key `ctrl-shift`. Keys are");
        assertThatThrownBy(() -> SolutionReader.read("# node: No Such\n", FIRST))
                .hasMessageStartingWith("line 1: ");
        assertThatThrownBy(() -> SolutionReader.read("# terminal: two\n", FIRST))
                .hasMessageStartingWith("line 1: ");
        assertThatThrownBy(() -> SolutionReader.read("# answer: No!\n", FIRST)).hasMessageStartingWith("line 1: ");
    }
}

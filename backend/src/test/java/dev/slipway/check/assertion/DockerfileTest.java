package dev.slipway.check.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.assertion.Dockerfile.Instruction;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DockerfileTest {

    private static List<Instruction> read(String... lines) {
        return Dockerfile.parse(String.join("\n", lines)).instructions();
    }

    @Example
    void readsInstructionsInOrderWhateverTheirCase() {
        assertThat(read("FROM debian AS base", "", "run  echo   hi", "\tCMD [\"sh\"]"))
                .containsExactly(
                        new Instruction("FROM", "FROM", "debian AS base"),
                        new Instruction("RUN", "run", "echo hi"),
                        new Instruction("CMD", "CMD", "[\"sh\"]"));
    }

    @Example
    void continuedLineIsOneInstructionAndCommentsInItAreNot() {
        assertThat(read(
                        "# syntax=docker/dockerfile:1",
                        "RUN apt-get update && \\",
                        "  # a comment",
                        "",
                        "  apt-get clean"))
                .containsExactly(new Instruction("RUN", "RUN", "apt-get update && apt-get clean"));
    }

    @Example
    void anotherEscapeCharacterContinuesLines() {
        assertThat(read("# escape=`", "COPY a `", "  C:\\")).containsExactly(new Instruction("COPY", "COPY", "a C:\\"));
    }

    @Example
    void hereDocumentBelongsToItsInstruction() {
        assertThat(read("RUN <<EOF", "# not a comment", "COPY is not an instruction here", "EOF", "USER app"))
                .containsExactly(
                        new Instruction("RUN", "RUN", "<<EOF\n# not a comment\nCOPY is not an instruction here"),
                        new Instruction("USER", "USER", "app"));
    }

    @Example
    void windowsLinesAreLines() {
        assertThat(Dockerfile.parse("FROM a\r\nUSER b\r\n").instructions()).hasSize(2);
    }

    @Property(tries = 300)
    void neverThrows(@ForAll String text) {
        assertThat(Dockerfile.parse(text).instructions()).isNotNull();
    }
}

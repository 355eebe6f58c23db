package dev.slipway.lab.folder;

import static dev.slipway.lab.folder.LabFixture.aLab;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabDigestTest {

    @Test
    void staysTheSameForTheSameLab() {
        assertThat(digest(aLab())).isEqualTo(digest(aLab())).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lab.yaml | id: my-lab | id: my-lab # a comment",
                "lab.yaml | {name: untouched, | {name: left alone,",
                "lab.yaml | {memory: 512m, cpus: 0.5, | {cpus: 0.5, memory: 512m,",
                "solutions/ok.sh | docker ps | docker ps -a",
            })
    void doesNotSeeWhatNobodyWouldNotice(String path, String from, String to) {
        assertThat(digest(aLab().replacing(path, from, to))).isEqualTo(digest(aLab()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lab.yaml | version: 1.0.0 | version: 1.0.1",
                "lab.yaml | {name: web} | {name: wab}",
                "lab.yaml | points: 10 | points: 11",
                "lab.yaml | [8080, 8081] | [8081, 8080]",
                "pages/10-start.md | Look. | Look!",
                "pages/ports.svg | H9 | H8",
                "files/stack.yml | {} | []",
            })
    void changesWithWhatALearnerOrACheckCouldNotice(String path, String from, String to) {
        assertThat(digest(aLab().replacing(path, from, to))).isNotEqualTo(digest(aLab()));
    }

    private static String digest(LabFixture lab) {
        return lab.read().lab().orElseThrow().version().digest();
    }
}

package dev.slipway.lab.folder;

import static dev.slipway.lab.folder.LabFixture.aLab;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.NodeTemplate;
import dev.slipway.lab.PassRule;
import dev.slipway.lab.SetupCommand;
import dev.slipway.lab.TaskId;
import dev.slipway.lab.VariableRule;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class LabReaderTest {

    @Test
    void readsLabWithoutProblems() {
        var reading = aLab().read(Set.of("httpd:latest"));

        assertThat(reading.problems()).isEmpty();
        var lab = reading.lab().orElseThrow();
        assertThat(lab.description().duration()).isEqualTo(Duration.ofMinutes(10));
        assertThat(lab.machines().openEgress()).isFalse();
        assertThat(lab.maxPoints()).isEqualTo(30);
        assertThat(lab.variables())
                .containsEntry("PORT", new VariableRule.Pick(java.util.List.of("8080", "8081")))
                .containsEntry("WORD", new VariableRule.RandomWord());
    }

    @Test
    void turnsCountedNodeIntoSeveral() {
        var lab = aLab().read().lab().orElseThrow();

        assertThat(lab.machines().nodes())
                .extracting(node -> node.name().value())
                .containsExactly("manager", "worker-1", "worker-2");
        assertThat(lab.machines().nodes())
                .extracting(NodeTemplate::memory)
                .contains(DataSize.ofMegabytes(512), DataSize.ofGigabytes(1));
        assertThat(lab.machines().nodes().getFirst().files().getFirst().content())
                .isEqualTo("services: {}\n");
        assertThat(lab.machines().setup()).extracting(SetupCommand::node).hasSize(2);
    }

    @Test
    void readsTaskWithItsAssertions() {
        var task = aLab().read().lab().orElseThrow().task(new TaskId("second")).orElseThrow();

        assertThat(task.needs()).containsExactly(new TaskId("first"));
        assertThat(task.passRule().mode()).isEqualTo(PassRule.Mode.LATCH);
        assertThat(task.passRule().hold()).isEqualTo(Duration.ofSeconds(2));
        assertThat(task.page()).as("the page that has its slot").contains("10-start");
        var none = task.check().get(1);
        assertThat(none.message()).contains("It has ended.");
        assertThat(none.nested()).singleElement().satisfies(nested -> {
            assertThat(nested.kind()).isEqualTo("container.exited");
            assertThat(nested.position()).hasToString("my-lab/lab.yaml:30:17");
        });
    }

    @Test
    void putsMessageBesideAnAssertionIntoItsArguments() {
        var lab = aLab().replacing(
                        "lab.yaml",
                        "- container.running: {name: web}",
                        "- {container.running: {name: web}, message: Start it.}")
                .read()
                .lab()
                .orElseThrow();

        var assertion = lab.tasks().getFirst().check().getFirst();
        assertThat(assertion.message()).contains("Start it.");
        assertThat(assertion.arguments().path("message").asString()).isEqualTo("Start it.");
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "minutes: 10              | minute: 10                        | missing-key",
                "minutes: 10              | minutes: ten                      | wrong-type",
                "minutes: 10              | minutes: 0                        | out-of-range",
                "version: 1.0.0           | version: 1.0                      | wrong-type",
                "version: 1.0.0           | version: one                      | wrong-form",
                "difficulty: beginner     | difficulty: beginer               | unknown-value",
                "title: My lab            | title: x                          | wrong-length",
                "title: My lab            | titel: My lab                     | unknown-key",
                "memory: 512m             | memory: 512                       | wrong-type",
                "memory: 512m             | memory: 512k                      | wrong-form",
                "WORD: {random            | word: {random                     | wrong-form",
                "images: [httpd]          | images: [httpd, httpd]            | duplicate",
                "images: [httpd]          | images: [httpd, [httpd]]          | wrong-type",
                "container.running:       | container.runing:                 | unknown-assertion",
                "{name: web}              | {node: manager}                   | missing-key",
                "{name: web}              | {name: web, port: 1}              | unknown-key",
                "[first]                  | [frist]                           | unknown-task",
                "[first]                  | [second]                          | needs-cycle",
                "id: second               | id: first                         | duplicate-id",
                "page: 10-start           | page: 10-stat                     | unknown-page",
                "node: worker             | node: wroker                      | unknown-node",
                "files/stack.yml,         | files/stock.yml,                  | missing-file",
                "files/stack.yml,         | files/../../etc/passwd,           | missing-file",
                "/root/stack.yml          | /root/../etc/shadow               | wrong-form",
                "contains: \"${WORD}\"    | contains: \"${WORT}\"             | unknown-variable",
                "Say ${WORD}.             | Say ${WORDS}.                     | unknown-variable",
                "id: my-lab               | id: other-lab                     | id-folder",
                "worker: {count: 2}       | manager-1: {}                     | unknown-node",
                "hold: 2s                 | hold: 2 seconds                   | wrong-form",
                "- none:                  | - all:                          | unknown-assertion",
            })
    void refusesLabThatBreaksRule(String from, String to, String rule) {
        var reading = aLab().replacing("lab.yaml", from, to).read();

        assertThat(reading.lab()).isEmpty();
        assertThat(reading.problems()).extracting(LabProblem::rule).contains(rule);
        assertThat(reading.problems()).allSatisfy(problem -> {
            assertThat(problem.position().file()).startsWith("my-lab/");
            assertThat(problem.message()).matches("(?s).*[.?]");
        });
    }

    @ParameterizedTest(name = "{3}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "lab.yaml          | solutions/ok.sh        | solutions/okay.sh        | missing-solution",
                "lab.yaml          | {fail: http}           | {fail: tcp}              | unknown-assertion",
                "lab.yaml          | {first: fail,          | {frist: fail,            | unknown-task",
                "lab.yaml          | images: [httpd]        | images: [nginx]          | missing-image",
                "pages/10-start.md | :::task{id=second}     | The end                  | task-not-placed",
                "pages/10-start.md | :::task{id=second}     | :::task{id=first}        | duplicate-slot",
                "pages/10-start.md | [again](10-start.md)   | [again](11-start.md)     | broken-link",
                "pages/10-start.md | [again](10-start.md)   | [again](../../secret)    | broken-link",
                "pages/10-start.md | ![a drawing]           | ![]                      | alt-text",
                "pages/10-start.md | (ports.svg)            | (port.svg)               | missing-picture",
                "pages/10-start.md | (ports.svg)            | (https://example.org/a.png) | missing-picture",
                "pages/10-start.md | # Start                | Start                    | page-title",
                "pages/ports.svg   | <path                  | <script>1</script><path  | drawing-part",
                "pages/ports.svg   | <svg                   | <sgv                     | bad-picture",
            })
    void warnsAndStillOffersLab(String path, String from, String to, String rule) {
        var reading = aLab().replacing(path, from, to).read(Set.of("httpd:latest"));

        assertThat(reading.problems()).extracting(LabProblem::rule).contains(rule);
        assertThat(reading.problems()).extracting(LabProblem::severity).containsOnly(Severity.WARNING);
        assertThat(reading.lab()).isPresent();
    }

    @ParameterizedTest(name = "{2}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "${WORD}                | ${WORDS}             | unknown-variable | 3",
                ":::task{id=first}      | :::task{id=frist}    | unknown-task     | 5",
                ":::task{id=first}      | :::task              | unknown-task     | 5",
                ":::note                | :::nota              | unknown-block    | 7",
                "run=worker-1           | run=worker           | unknown-node     | 11",
                "copy}                  | kopy}                | unknown-attribute | 11",
                ":::task{id=first}      | - :::task{id=first}  | unknown-block    | 5",
            })
    void refusesPageThatBreaksRule(String from, String to, String rule, int line) {
        var reading = aLab().replacing("pages/10-start.md", from, to).read();

        assertThat(reading.lab()).isEmpty();
        assertThat(reading.problems())
                .filteredOn(problem -> problem.rule().equals(rule))
                .first()
                .satisfies(problem -> {
                    assertThat(problem.position().file()).isEqualTo("my-lab/pages/10-start.md");
                    assertThat(problem.position().line()).isEqualTo(line);
                });
    }

    @Test
    void saysWhichKeyWasMeantAndWhere() {
        var reading = aLab().replacing("lab.yaml", "points: 10", "pionts: 10").read();

        assertThat(reading.problems())
                .filteredOn(problem -> problem.rule().equals("unknown-key"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.position()).hasToString("my-lab/lab.yaml:19:5");
                    assertThat(problem.message()).contains("`pionts`", "Did you mean `points`?");
                });
    }

    @Test
    void showsHowMissingKeyWouldBeRight() {
        var reading = aLab().replacing("lab.yaml", "minutes: 10\n", "").read();

        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("`minutes` is missing");
            assertThat(problem.example()).isEqualTo("minutes: 20");
        });
    }

    @Test
    void refusesTaskWithoutCheck() {
        var reading = aLab().replacing(
                        "lab.yaml", "    check:\n      - container.running: {name: web}\n", "    check: []\n")
                .read();

        assertThat(reading.lab()).isEmpty();
        assertThat(reading.problems()).extracting(LabProblem::rule).containsExactly("too-few");
    }

    @Test
    void refusesTwoAssertionsInOne() {
        var reading = aLab().replacing(
                        "lab.yaml",
                        "- container.running: {name: web}",
                        "- {container.running: {name: web}, container.exists: {name: web}}")
                .read();

        assertThat(reading.problems()).extracting(LabProblem::rule).containsExactly("assertion-kind");
    }

    @Test
    void refusesBoxThatIsNeverClosed() {
        var reading =
                aLab().replacing("pages/10-start.md", "Look.\n:::\n", "Look.\n").read();

        assertThat(reading.problems()).extracting(LabProblem::rule).contains("unclosed-block");
    }

    @Test
    void refusesLabWithoutPages() {
        var reading = aLab().without("pages/10-start.md").read();

        assertThat(reading.problems()).extracting(LabProblem::rule).contains("no-pages");
    }

    @Test
    void warnsOfLabThatNothingProves() {
        var yaml = LabFixture.LAB_YAML.substring(0, LabFixture.LAB_YAML.indexOf("proofs:"));
        var reading = aLab().with("lab.yaml", yaml).read();

        assertThat(reading.problems()).extracting(LabProblem::rule).containsExactly("no-proofs");
    }

    @Test
    void everyListedKindIsKnownByItsSchema() {
        assertThat(LabSchema.LAB.assertionKinds())
                .contains("container.publishes", "image.committedFrom", "http", "event.sequence", "any", "none")
                .doesNotContain("message");
    }
}

package dev.slipway.lab.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.LabProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    @Test
    void remembersWhereKeysAndValuesStand() {
        var document = YamlReader.read("a.yaml", bytes("a:\n  - b: 1\n    c/d: 2\n"), new ArrayList<>())
                .orElseThrow();

        assertThat(document.positionOf("/a/0/b")).hasToString("a.yaml:2:8");
        assertThat(document.positionOfKey("/a/0/c~1d")).hasToString("a.yaml:3:5");
        assertThat(document.positionOf("/a/7/x")).as("nearest enclosing value").hasToString("a.yaml:2:3");
    }

    @Test
    void readsScalarsAsYaml12Does() {
        var tree = YamlReader.read(
                        "a", bytes("[no, 22:22, 010, 2024-01-01, 1.5, 8080, true, ~, '7']"), new ArrayList<>())
                .orElseThrow()
                .tree();

        assertThat(tree).hasToString("[\"no\",\"22:22\",\"010\",\"2024-01-01\",1.5,8080,true,null,\"7\"]");
    }

    @Test
    void refusesAliases() {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 20; i++) {
            bomb.append("a%d: &a%d [*a%d,*a%d,*a%d,*a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
        }

        assertThat(rules(bomb.toString())).isNotEmpty();
        assertThat(rules("a: &x 1\nb: *x\n")).containsExactly("yaml-alias");
        assertThat(rules("a: &x [*x]\n")).isNotEmpty();
    }

    @Test
    void refusesWhatIsTooDeepTooLargeOrTooMuch() {
        assertThat(rules("[".repeat(100) + "]".repeat(100))).isNotEmpty();
        assertThat(rules("a: " + "x".repeat(300_000))).containsExactly("yaml-too-large");
        assertThat(rules("[" + "1,".repeat(30_000) + "1]")).containsExactly("yaml-too-large");
    }

    @Test
    void refusesTagsDuplicatesOddKeysAndOtherEncodings() {
        assertThat(rules("a: !!javax.script.ScriptEngineManager [x]")).containsExactly("yaml-syntax");
        assertThat(rules("a: !mine [x]")).containsExactly("yaml-tag");
        assertThat(rules("a: 1\na: 2")).containsExactly("duplicate-key");
        assertThat(rules("? [a]\n: 1")).containsExactly("yaml-key");
        assertThat(rules("")).containsExactly("yaml-empty");
        assertThat(rules("a: 1\n---\nb: 1")).containsExactly("yaml-syntax");
        var problems = new ArrayList<LabProblem>();
        assertThat(YamlReader.read("a", new byte[] {'a', ':', (byte) 0xff}, problems))
                .isEmpty();
        assertThat(problems).extracting(LabProblem::rule).containsExactly("encoding");
    }

    @Test
    void saysWhereTheSyntaxIsWrong() {
        var problems = new ArrayList<LabProblem>();
        YamlReader.read("a.yaml", bytes("a: 1\nb: [1, 2\nc: 3\n"), problems);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo("yaml-syntax");
            assertThat(problem.position().line()).isEqualTo(3);
        });
    }

    @Property(tries = 100)
    void neverThrowsOnMutatedLab(
            @ForAll @IntRange(max = 1_000) int at,
            @ForAll @IntRange(max = 40) int length,
            @ForAll @StringLength(max = 12) String put) {
        var yaml = LabFixture.LAB_YAML;
        var from = Math.min(at, yaml.length());
        var mutated = yaml.substring(0, from) + put + yaml.substring(Math.min(from + length, yaml.length()));

        var reading = LabFixture.aLab().with("lab.yaml", mutated).read();

        assertThat(reading.lab().isPresent() || !reading.problems().isEmpty()).isTrue();
    }

    @Property(tries = 100)
    void neverThrowsOnMutatedLabOfYamlSigns(
            @ForAll @IntRange(max = 1_000) int at,
            @ForAll @IntRange(max = 30) int length,
            @ForAll @net.jqwik.api.constraints.CharRange(from = ' ', to = '@') @StringLength(max = 6) String put) {
        neverThrowsOnMutatedLab(at, length, put);
    }

    @Property(tries = 100)
    void neverThrowsOnMutatedPage(
            @ForAll @IntRange(max = 300) int at,
            @ForAll @IntRange(max = 20) int length,
            @ForAll @net.jqwik.api.constraints.CharRange(from = ' ', to = '~') @StringLength(max = 10) String put) {
        var page = LabFixture.PAGE;
        var from = Math.min(at, page.length());
        var mutated = page.substring(0, from) + put + page.substring(Math.min(from + length, page.length()));

        var reading = LabFixture.aLab().with("pages/10-start.md", mutated).read();

        assertThat(reading.lab().isPresent() || !reading.problems().isEmpty()).isTrue();
    }

    private static List<String> rules(String yaml) {
        var problems = new ArrayList<LabProblem>();
        assertThat(YamlReader.read("a.yaml", bytes(yaml), problems)).isEmpty();
        return problems.stream().map(LabProblem::rule).distinct().toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

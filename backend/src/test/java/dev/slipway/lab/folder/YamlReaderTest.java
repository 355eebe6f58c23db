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
import tools.jackson.databind.JsonNode;

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
        assertThat(tree("[no, yes, on, off, y, n, 22:22, 1:30, 2024-01-01, 1_000, 1.5, -8080, +1, true, False, '7']"))
                .hasToString("[\"no\",\"yes\",\"on\",\"off\",\"y\",\"n\",\"22:22\",\"1:30\",\"2024-01-01\",\"1_000\","
                        + "1.5,-8080,1,true,false,\"7\"]");
        assertThat(tree("[~, null, Null, NULL, nULL, '~']")).hasToString("[null,null,null,null,\"nULL\",\"~\"]");
        assertThat(tree("no: 1\non: 2")).hasToString("{\"no\":1,\"on\":2}");
    }

    @Test
    void numbersThatToolsReadDifferentlyAreTexts() {
        assertThat(tree("[010, 0777, 0o777, 0x1F, 0b1, .5, 5., 1e3, .inf, .nan, 99999999999999999999]"))
                .hasToString("[\"010\",\"0777\",\"0o777\",\"0x1F\",\"0b1\",\".5\",\"5.\",\"1e3\",\".inf\",\".nan\","
                        + "\"99999999999999999999\"]");
    }

    @Test
    void mergeKeyIsAnOrdinaryKey() {
        assertThat(tree("a: {<<: {b: 1}, c: 2}")).hasToString("{\"a\":{\"<<\":{\"b\":1},\"c\":2}}");
        assertThat(rules("a: &a {b: 1}\nc: {<<: *a}")).containsExactly("yaml-alias");
    }

    @Test
    void tabsDoNotIndent() {
        assertThat(tree("a: [1,\t2]\n")).hasToString("{\"a\":[1,2]}");
        assertThat(tree("a: 'x\ty'\n")).hasToString("{\"a\":\"x\\ty\"}");
        assertThat(rules("a:\t1\n")).containsExactly("yaml-syntax");
        assertThat(tree("a: |\n  x\ty\n")).hasToString("{\"a\":\"x\\ty\\n\"}");
        assertThat(rules("a:\n\tb: 1\n")).containsExactly("yaml-syntax");
    }

    @Test
    void refusesAliases() {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 20; i++) {
            bomb.append("a%d: &a%d [*a%d,*a%d,*a%d,*a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
        }

        assertThat(rules(bomb.toString())).isNotEmpty();
        assertThat(rules("a: &x 1\nb: *x\n")).containsExactly("yaml-alias");
        assertThat(rules("a: &x [*x]\n")).containsExactly("yaml-alias");
        assertThat(rules("a: *nothing\n")).containsExactly("yaml-alias");
        assertThat(rules("? &x a\n: 1\n? *x\n: 2\n")).containsExactly("yaml-alias");
        assertThat(rules("{".repeat(5000) + bomb)).isNotEmpty();
        assertThat(tree("a: &x 1\n")).as("an anchor alone is harmless").hasToString("{\"a\":1}");
    }

    @Test
    void refusesWhatIsTooDeepTooLargeOrTooMuch() {
        assertThat(tree("[".repeat(33) + "]".repeat(33))).isNotNull();
        assertThat(rules("[".repeat(34) + "]".repeat(34))).containsExactly("yaml-too-deep");
        assertThat(rules("[".repeat(100_000) + "]".repeat(100_000))).containsExactly("yaml-too-deep");
        assertThat(rules("[".repeat(200_000))).containsExactly("yaml-too-deep");
        assertThat(rules("- ".repeat(100_000))).containsExactly("yaml-too-deep");
        assertThat(rules("? ".repeat(100_000))).containsExactly("yaml-key", "yaml-too-deep");
        assertThat(rules("a: " + "x".repeat(300_000))).containsExactly("yaml-too-large");
        assertThat(rules("[" + "1,".repeat(30_000) + "1]")).containsExactly("yaml-too-large");
        assertThat(tree("[" + "1,".repeat(19_998) + "1]")).hasSize(19_999);
        assertThat(rules("[" + "1,".repeat(19_999) + "1]")).containsExactly("yaml-too-large");
        assertThat(tree("k".repeat(128) + ": 1")).hasSize(1);
        assertThat(rules("k".repeat(129) + ": 1")).containsExactly("yaml-key");
    }

    @Test
    void refusesTagsDuplicatesOddKeysAndOtherEncodings() {
        assertThat(rules("a: !!javax.script.ScriptEngineManager [x]")).containsExactly("yaml-tag");
        assertThat(rules("a: !mine [x]")).containsExactly("yaml-tag");
        assertThat(rules("a: !!str 5")).containsExactly("yaml-tag");
        assertThat(rules("a: ! 5")).containsExactly("yaml-tag");
        assertThat(rules("!!str a: 5")).containsExactly("yaml-tag");
        assertThat(rules("a: 1\na: 2")).containsExactly("duplicate-key");
        assertThat(rules("{b: {a: 1, 'a': {c: 2}}}")).containsExactly("duplicate-key");
        assertThat(rules("? [a]\n: 1")).containsExactly("yaml-key");
        assertThat(rules("{{a: b}: [1], {c: d}: [2]}")).containsExactly("yaml-key");
        assertThat(rules("")).containsExactly("yaml-empty");
        assertThat(rules("a: 1\n---\nb: 1")).containsExactly("yaml-syntax");
        var problems = new ArrayList<LabProblem>();
        assertThat(YamlReader.read("a", new byte[] {'a', ':', (byte) 0xff}, problems))
                .isEmpty();
        assertThat(problems).extracting(LabProblem::rule).containsExactly("encoding");
    }

    @Test
    void saysWhereEachProblemIs() {
        assertThat(positions("a: 1\nb:\n  a: 1\n  a: 2\n  ? [x]\n  : 1\nc: [1, *x]\nd: !t\n  e\n"))
                .containsExactly(
                        "duplicate-key a.yaml:4:3",
                        "yaml-key a.yaml:5:5",
                        "yaml-alias a.yaml:7:8",
                        "yaml-tag a.yaml:8:4");
        assertThat(positions("a: 1\n---\nb: 1\n")).containsExactly("yaml-syntax a.yaml:2:1");
        assertThat(positions("a: 1\n  b: 2\n")).containsExactly("yaml-syntax a.yaml:2:4");
        assertThat(positions("a: '\u00fc\ud83d\ude00' b\n")).containsExactly("yaml-syntax a.yaml:1:9");
        assertThat(positions("")).containsExactly("yaml-empty a.yaml:1:1");
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

    private static JsonNode tree(String yaml) {
        var problems = new ArrayList<LabProblem>();
        var document = YamlReader.read("a.yaml", bytes(yaml), problems);
        assertThat(problems).isEmpty();
        return document.orElseThrow().tree();
    }

    private static List<String> positions(String yaml) {
        var problems = new ArrayList<LabProblem>();
        assertThat(YamlReader.read("a.yaml", bytes(yaml), problems)).isEmpty();
        return problems.stream()
                .map(problem -> problem.rule() + " " + problem.position())
                .toList();
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

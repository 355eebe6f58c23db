package dev.slipway.check.assertion;

import static dev.slipway.check.assertion.Judging.HERE;
import static dev.slipway.check.assertion.Judging.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.LabProblem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionsTest {
    @Test
    void unknownKindIsAProblemWhereItStands() {
        var problem = problems("container.runing", "{'name': 'web'}").getFirst();

        assertThat(problem.position()).isEqualTo(HERE);
        assertThat(problem.rule()).isEqualTo("unknown-assertion");
        assertThat(problem.message())
                .startsWith(
                        "There is no assertion container.runing. There are: answer, any, compose.project, container.absent");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            container.image     | {}                                           | missing-argument | The argument name is missing.
            container.exists    | {'name': 'web', 'nmae': 'x'}                 | unknown-argument | There is no argument nmae.
            container.exists    | {'name': '-web'}                             | wrong-argument   | The argument name must be a container's name, not “-web”.
            container.exists    | {'name': 'web', 'node': 'node9'}             | unknown-node     | The lab has no node named node9.
            container.exists    | {'name': '${NOBODY}'}                        | unknown-variable | There is no variable NOBODY.
            container.running   | {}                                           | missing-argument | One of the arguments name and image is needed.
            container.publishes | {'name': 'w1', 'host': 80, 'container': 0}   | wrong-argument   | The argument container must be a number from 1 to 65535, not “0”.
            image.exists        | {'name': 'Bad Name'}                         | wrong-argument   | The argument name must be an image's name, not “Bad Name”.
            image.contains      | {'name': 'a', 'path': 'srv'}                 | wrong-argument   | The argument path must be an absolute path, not “srv”.
            http                | {'port': 80, 'path': '/a b'}                 | wrong-argument   | The argument path must be the path of a URL, from its first slash, not “/a b”.
            event.sequence      | []                                           | wrong-argument   | A list with at least one item is needed here.
            event.sequence      | [{'type': 'container'}]                      | missing-argument | The argument action is missing.
            any                 | [{'container.exists': {'name': 'a1', 'b': 1}}] | unknown-argument | There is no argument b.
            container.exists    | true | wrong-argument | Named arguments are needed here.
            """)
    void wrongArgumentsAreProblems(String kind, String json, String rule, String message) {
        var found =
                problems(kind, json).stream().filter(p -> p.rule().equals(rule)).findFirst();

        assertThat(found).map(LabProblem::message).contains(message);
        assertThat(found.orElseThrow().position()).isEqualTo(HERE);
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        assertThat(problems("container.publishes", "{'host': 0, 'nmae': 'x'}"))
                .extracting(LabProblem::rule)
                .containsExactlyInAnyOrder("wrong-argument", "missing-argument", "unknown-argument");
    }

    @Test
    void examplesOfProblemsCanBeRead() {
        var scope = new Scope(Map.of(), List.of(FactsBuilder.NODE));
        Assertions.examples().forEach((kind, example) -> {
            var arguments = Examples.yaml(example).required(kind);
            assertThat(Assertions.parse(Judging.source(kind, arguments), scope))
                    .as(example)
                    .isInstanceOf(Parsed.Read.class);
        });
    }
}

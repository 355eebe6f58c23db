package dev.slipway.check.assertion;

import static dev.slipway.check.assertion.FactsBuilder.NODE;
import static dev.slipway.check.assertion.FactsBuilder.aNode;
import static dev.slipway.check.assertion.Judging.judge;
import static dev.slipway.check.assertion.Judging.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Verdict;
import dev.slipway.check.fact.AnswerFact;
import dev.slipway.check.fact.ContainerTraits;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.ImageTraits;
import dev.slipway.check.fact.PropertyFact;
import dev.slipway.check.fact.PropertyFact.Entry;
import dev.slipway.check.fact.Trait;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyAssertionsTest {
    private static final Verdict PASSED = new Verdict.Passed();

    private static FactsBuilder web(Trait trait, String key, String... values) {
        var entries = Stream.of(values).map(value -> new Entry(key, value)).toList();
        return aNode().with(
                        new FactNeed.Property(NODE, trait, "web", key),
                        new PropertyFact(true, "", entries, List.of(), false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            container.restart  | {'name': 'web', 'equals': 'always'} | always
            container.restart  | {'name': 'web', 'in': ['no', 'always']} | always
            container.restart  | {'name': 'web', 'matches': '^al'} | always
            container.restart  | {'name': 'web', 'contains': 'way'} | always
            container.restart  | {'name': 'web', 'exists': true} | always
            container.hostname | {'name': 'web', 'equals': '${WORD}'} | kolibri
            """)
    void comparatorsAreTheSameEverywhere(String kind, String arguments, String value) {
        var trait = kind.endsWith("restart") ? ContainerTraits.RESTART : ContainerTraits.HOSTNAME;

        assertThat(judge(kind, arguments, web(trait, "", value))).isEqualTo(PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "atLeast, 256m, 268435456, true",
        "atLeast, 256m, 268435455, false",
        "atMost, 0.5g, 536870912, true",
        "equals, 1g, 1073741824, true",
        "equals, 1048576, 1048576, true"
    })
    void sizesAreComparedWhateverTheirUnit(String comparator, String size, String bytes, boolean holds) {
        var verdict = judge(
                "container.limits",
                "{'name': 'web', 'memory': {'" + comparator + "': '" + size + "'}}",
                web(ContainerTraits.MEMORY, "", bytes));

        assertThat(verdict.equals(PASSED)).isEqualTo(holds);
    }

    @Test
    void severalComparatorsHoldOfOneAndTheSameValue() {
        var wish = "{'name': 'web', 'contains': 'a', 'matches': 'c$'}";

        assertThat(judge("container.network", wish, web(ContainerTraits.NETWORK, "", "abc", "x")))
                .isEqualTo(PASSED);
        assertThat(judge("container.network", wish, web(ContainerTraits.NETWORK, "", "ab", "bc")))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void listOfValuesWantsThemAll() {
        var wish = "{'name': 'web', 'pids': [100, 200]}";

        assertThat(judge("container.limits", wish, web(ContainerTraits.PIDS, "", "100", "200")))
                .isEqualTo(PASSED);
        assertThat(judge("container.limits", wish, web(ContainerTraits.PIDS, "", "100")))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void moreValuesThanWereKeptAreNoFailure() {
        var many = new PropertyFact(true, "", List.of(new Entry("", "a")), List.of(), true);
        var node = aNode().with(new FactNeed.Property(NODE, ContainerTraits.NETWORK, "web", ""), many);

        assertThat(judge("container.network", "{'name': 'web', 'equals': 'z'}", node))
                .isInstanceOf(Verdict.Errored.class);
        assertThat(judge("container.network", "{'name': 'web', 'equals': 'a'}", node))
                .isEqualTo(PASSED);
    }

    @Test
    void patternThatNeverEndsIsAnError() {
        var node = web(ContainerTraits.LOGS, "", "a".repeat(400) + "b");

        assertThat(judge("container.logs", "{'name': 'web', 'matches': '^(.*a){15}x'}", node))
                .isInstanceOf(Verdict.Errored.class);
    }

    @Test
    void ofManyLogLinesTheNewestAreShown() {
        var node = web(ContainerTraits.LOGS, "", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10");

        var verdict = judge("container.logs", "{'name': 'web', 'contains': 'ready'}", node);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.seen()).isEqualTo("…, 3, 4, 5, 6, 7, 8, 9, 10"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            container.restart | {'name': 'web', 'matches': '('}              | The argument matches must be a regular expression, not “(”.
            container.restart | {'name': 'web', 'in': []}                    | The argument in must be a list of values.
            container.restart | {'name': 'web', 'exists': false, 'equals': 'no'} | A missing value cannot be compared: remove exists or comparators.
            container.limits  | {'name': 'web', 'memory': 'lots'}            | The argument memory must be a size such as 256m, not “lots”.
            container.limits  | {'name': 'web', 'memory': {'more': 3}}       | There is no argument more.
            container.env     | {'name': 'web'}                              | The argument key is missing.
            volume.exists     | {'name': '../etc'}                           | The argument name must be a name, not “../etc”.
            event.sequence    | [{'type': 'image', 'action': 'pull', 'without': 'tag'}] | The first step has no step before it: remove its without.
            event.count       | {'type': 'image', 'action': 'pull'}          | Say how often: equals, in, atLeast or atMost.
            answer            | {}                                           | Say what the answer should be: fact, equals, in or matches.
            answer            | {'fact': 'web.id'}                           | The argument fact must be like container('web').id[0:12], not web.id.
            """)
    void wrongComparatorsAreProblems(String kind, String json, String message) {
        assertThat(problems(kind, json)).extracting(LabProblem::message).contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "container('web').id",
                "container('web').id[0:12]",
                "container('web').id[:12]",
                "container('web').id[5:]",
                "image('localhost:5000_shop').size",
                "container('web').env('PORT')",
                "engine().version",
                "engine().kernel",
                "swarm().managers"
            })
    void expressionsOfTheGrammarAreRead(String text) {
        assertThat(FactExpression.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "container(web).id",
                "container('web')",
                "container().id",
                "engine('x').version",
                "container('web').env",
                "container('web').id('x')",
                "container('web').nothing",
                "container('a/../b').id",
                "container('web').id[0:12] + 1"
            })
    void nothingElseIs(String text) {
        assertThat(FactExpression.parse(text)).isEmpty();
    }

    @Test
    void patternOfAnAnswerDisregardsCase() {
        var node = aNode().with(new FactNeed.Answer(NODE, new TaskId("task")), new AnswerFact(Optional.of("5MB")));

        assertThat(judge("answer", "{'matches': '^5 ?mb$'}", node)).isInstanceOf(Verdict.Passed.class);
        assertThat(judge("answer", "{'matches': '^6 ?mb$'}", node)).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void rightAnswerIsNeverShown() {
        var task = new FactNeed.Answer(NODE, new TaskId("task"));
        var node = aNode().with(task, new AnswerFact(Optional.of("no idea")))
                .with(
                        new FactNeed.Property(NODE, ImageTraits.SIZE, "httpd", ""),
                        new PropertyFact(true, "", List.of(new Entry("", "12345")), List.of(), false));

        assertThat(judge("answer", "{'equals': 'Overlay'}", node).toString()).doesNotContainIgnoringCase("overlay");
        assertThat(judge("answer", "{'fact': 'image(\\u0027httpd\\u0027).size'}", node)
                        .toString())
                .doesNotContain("12345");
    }

    @Test
    void sequenceOfTheSameObjectIsNotOneOfTwo() {
        var wish = "[{'type': 'container', 'action': 'stop', 'name': 'web'},"
                + " {'type': 'container', 'action': 'start', 'name': 'web', 'same': true}]";
        var again = aNode().event("container", "stop", "web", "first")
                .event("container", "destroy", "web", "first")
                .event("container", "start", "web", "second");

        assertThat(judge("event.sequence", wish, again)).isInstanceOf(Verdict.Failed.class);
        assertThat(judge(
                        "event.sequence",
                        wish,
                        again.event("container", "stop", "web", "second").event("container", "start", "web", "second")))
                .isEqualTo(PASSED);
    }

    @Test
    void stepWithoutSomethingIsNotTakenAfterIt() {
        var wish = "[{'type': 'container', 'action': 'attach', 'name': 'desk'},"
                + " {'type': 'container', 'action': 'start', 'name': 'desk', 'same': true, 'without': 'die'},"
                + " {'type': 'container', 'action': 'top', 'name': 'desk', 'same': true, 'without': 'die'}]";
        var ended = aNode().event("container", "attach", "desk", "first")
                .event("container", "start", "desk", "first")
                .event("container", "die", "desk", "first")
                .event("container", "start", "desk", "first")
                .event("container", "top", "desk", "first");

        assertThat(judge("event.sequence", wish, ended))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo("This has not happened yet: container attach desk."));
        assertThat(judge(
                        "event.sequence",
                        wish,
                        ended.event("container", "attach", "desk", "second")
                                .event("container", "start", "desk", "second")
                                .event("container", "die", "desk", "first")
                                .event("container", "top", "desk", "second")
                                .event("container", "die", "desk", "second")))
                .isEqualTo(PASSED);
    }

    @Test
    void absenceIsNotCertainWhereReportsAreMissing() {
        var wish = "{'type': 'container', 'action': 'kill', 'name': 'web'}";

        assertThat(judge("event.absent", wish, aNode())).isEqualTo(PASSED);
        assertThat(judge("event.absent", wish, aNode().gap())).isInstanceOf(Verdict.Errored.class);
        assertThat(judge("event.absent", wish, aNode().gap().event("container", "kill", "web")))
                .isInstanceOf(Verdict.Failed.class);
    }
}

package dev.slipway.check.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Verdict;
import dev.slipway.check.assertion.Examples.Example;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Observed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests rules that all kinds of assertions must follow. */
class ExamplesTest {
    private static final Verdict PASSED = new Verdict.Passed();

    static List<String> kinds() {
        return List.copyOf(Assertions.byName().keySet());
    }

    private static Example example(String kind) {
        return Examples.all().stream()
                .filter(e -> e.kind().name().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void examplePassesAndFailsWithASentence(String kind) {
        var example = example(kind);

        assertThat(example.check().evaluate(example.passes())).isEqualTo(PASSED);
        assertThat(example.failures())
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict).isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
                    assertThat(failed.assertion()).isEqualTo(kind);
                    assertThat(failed.reason()).matches("[A-Za-z/].{10,}[.]");
                    assertThat(failed.seen()).isNotBlank();
                    assertThat(failed.expected()).isNotBlank();
                    assertThat(failed.reason() + failed.seen() + failed.expected())
                            .doesNotContain("Optional", "null", "  ");
                }));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void storedFactsAreJudgedAsFreshOnes(String kind) {
        var example = example(kind);
        var all = new ArrayList<>(example.fails());
        all.add(example.passes());

        assertThat(all).allSatisfy(facts -> {
            var json = facts.only(example.check().needs()).toJson();
            var again = Facts.fromJson(json);
            assertThat(again.toJson()).isEqualTo(json);
            assertThat(example.check().evaluate(again))
                    .isEqualTo(example.check().evaluate(facts));
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatCouldNotBeSeenIsNeverAFailure(String kind) {
        var check = example(kind).check();

        assertThat(check.evaluate(Facts.of(FactsBuilder.NOON, Map.of()))).isInstanceOf(Verdict.Errored.class);
        assertThat(check.evaluate(silent(check, new Observed.Unavailable<>("The engine does not answer."))))
                .isEqualTo(new Verdict.Errored("The engine does not answer."));
        assertThat(check.evaluate(silent(check, new Observed.Late<>("The engine did not answer in time."))))
                .isEqualTo(new Verdict.TimedOut("The engine did not answer in time."));
    }

    private static Facts silent(TaskCheck check, Observed<Object> answer) {
        var gathered = new HashMap<FactNeed<?>, Observed<?>>();
        check.needs().forEach(need -> gathered.put(need, answer));
        return Facts.of(FactsBuilder.NOON, gathered);
    }
}

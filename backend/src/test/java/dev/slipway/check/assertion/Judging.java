package dev.slipway.check.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Verdict;
import dev.slipway.check.fact.Facts;
import dev.slipway.lab.AssertionSource;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses an assertion as from a lab and evaluates it twice: on fresh facts, and on the same facts after they were
 * stored and read.
 */
final class Judging {
    static final SourcePosition HERE = new SourcePosition("lab.yaml", 12, 9);
    private static final Scope SCOPE = new Scope(
            Map.of("PORT", "8080", "WORD", "kolibri"), List.of(FactsBuilder.NODE), Optional.of(new TaskId("task")));

    private Judging() {}

    static AssertionSource source(String kind, String json) {
        return source(kind, JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    /** Returns the source of an assertion as the lab's reader creates it. */
    static AssertionSource source(String kind, JsonNode arguments) {
        var message = Optional.of(arguments.path("message").asString("")).filter(text -> !text.isEmpty());
        var nested = new ArrayList<AssertionSource>();
        if (Set.of("any", "none").contains(kind)) {
            arguments.forEach(member -> member.forEachEntry((name, value) -> nested.add(source(name, value))));
        }
        return new AssertionSource(kind, arguments, HERE, message, nested);
    }

    static TaskCheck check(String kind, String json) {
        return check(kind, JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    static TaskCheck check(String kind, JsonNode arguments) {
        var parsed = Assertions.parse(source(kind, arguments), SCOPE);
        assertThat(parsed).isInstanceOf(Parsed.Read.class);
        return ((Parsed.Read) parsed).check();
    }

    static List<LabProblem> problems(String kind, String json) {
        return Assertions.parse(source(kind, json), SCOPE) instanceof Parsed.Refused(var problems)
                ? problems
                : List.of();
    }

    static Verdict judge(String kind, String json, FactsBuilder builder) {
        var check = check(kind, json);
        var facts = builder.build();
        var verdict = check.evaluate(facts);
        var again = check.evaluate(Facts.fromJson(facts.only(check.needs()).toJson()));
        assertThat(again).isEqualTo(verdict);
        return verdict;
    }

    static Verdict.Failed failed(String kind, String reason, String seen, String expected) {
        return new Verdict.Failed(kind, HERE, reason, seen, expected);
    }
}

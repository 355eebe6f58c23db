package dev.slipway.check.assertion;

import dev.slipway.check.Verdict;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Observed;
import dev.slipway.check.fact.PropertyFact;
import dev.slipway.check.fact.PropertyFact.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All kinds of assertions with their examples, and facts from {@code examples.yaml} with which each example passes and
 * fails.
 */
final class Examples {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode FILE = load();

    private Examples() {}

    /** The check of an example, and facts with which it is evaluated. */
    record Example(Kind kind, TaskCheck check, Facts passes, List<Facts> fails) {

        List<Verdict> failures() {
            return fails.stream().map(check::evaluate).toList();
        }
    }

    private static JsonNode load() {
        var settings = LoadSettings.builder().setMaxAliasesForCollections(500).build();
        try (var in = Objects.requireNonNull(Examples.class.getResourceAsStream("examples.yaml"))) {
            return JSON.valueToTree(new Load(settings).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Example> all() {
        return Assertions.byName().values().stream().map(Examples::of).toList();
    }

    static Example of(Kind kind) {
        var check = Judging.check(kind.name(), arguments(kind));
        var written = FILE.required(kind.name());
        var fails = written.required("fails").values().stream()
                .map(facts -> facts(check, facts))
                .toList();
        return new Example(kind, check, facts(check, written.required("passes")), List.copyOf(fails));
    }

    /** Returns the arguments of a kind's example as JSON. */
    static JsonNode arguments(Kind kind) {
        return yaml(kind.example());
    }

    static JsonNode yaml(String text) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    /** Returns the facts of an example. Fails if the example has a fact that the check does not need. */
    private static Facts facts(TaskCheck check, JsonNode written) {
        var gathered = new HashMap<FactNeed<?>, Observed<?>>();
        var unused = new ArrayList<>(written.propertyNames());
        for (var need : check.needs()) {
            if (written.has(need.key())) {
                unused.remove(need.key());
                gathered.put(need, new Observed.Seen<>(fact(need, written.path(need.key()))));
            }
        }
        if (!unused.isEmpty()) {
            throw new IllegalStateException("the check does not need " + unused + ", only "
                    + check.needs().stream().map(FactNeed::key).toList());
        }
        return Facts.of(FactsBuilder.NOON, Map.copyOf(gathered));
    }

    private static Object fact(FactNeed<?> need, JsonNode written) {
        return need instanceof FactNeed.Property property
                ? property(property, written)
                : JSON.treeToValue(written, need.type());
    }

    private static PropertyFact property(FactNeed.Property need, JsonNode written) {
        if (written.has("obstacle")) {
            return PropertyFact.hindered(written.path("obstacle").asString());
        }
        if (written.has("absent")) {
            return PropertyFact.missing(texts(written.path("absent")));
        }
        var values = written.isObject() ? List.<String>of() : texts(written);
        var entries = values.stream().map(v -> new Entry(need.entry(), v)).toList();
        return new PropertyFact(true, "", entries, texts(written.path("others")), false);
    }

    private static List<String> texts(JsonNode node) {
        return node.isValueNode()
                ? List.of(node.asString())
                : node.values().stream().map(JsonNode::asString).toList();
    }
}

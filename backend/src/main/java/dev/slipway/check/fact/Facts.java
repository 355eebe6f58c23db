package dev.slipway.check.fact;

import dev.slipway.check.CanonicalFacts;
import dev.slipway.check.FactBody;
import dev.slipway.check.fact.Observed.Late;
import dev.slipway.check.fact.Observed.Seen;
import dev.slipway.check.fact.Observed.Unavailable;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts about an attempt's sandbox that were gathered in one wave. This object keeps the facts as the JSON in which
 * they are stored, so that stored facts give the same verdict as facts that were just gathered.
 */
public final class Facts {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Instant at;
    private final SortedMap<String, Observation> observations;

    private Facts(Instant at, SortedMap<String, Observation> observations) {
        this.at = at;
        this.observations = Collections.unmodifiableSortedMap(observations);
    }

    /** Returns facts that were gathered at this time. Each observed value must have the type that its need declares. */
    public static Facts of(Instant at, Map<FactNeed<?>, ? extends Observed<?>> gathered) {
        var observations = new TreeMap<String, Observation>();
        gathered.forEach((need, observed) ->
                observations.put(address(need), new Observation(need.source(), observed.map(JSON::valueToTree))));
        return new Facts(at, observations);
    }

    /**
     * Reads facts that {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if the text does not have the form that {@link #toJson} writes
     */
    public static Facts fromJson(String json) {
        try {
            var tree = JSON.readTree(json);
            var observations = new TreeMap<String, Observation>();
            tree.required("facts")
                    .properties()
                    .forEach(entry -> observations.put(entry.getKey(), Observation.read(entry.getValue())));
            return new Facts(Instant.parse(tree.required("at").asString()), observations);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not facts", e);
        }
    }

    public Instant at() {
        return at;
    }

    /**
     * Returns the observation for a need; {@link Unavailable} if the fact was not gathered, or if its stored form
     * cannot be read.
     */
    public <T> Observed<T> about(FactNeed<T> need) {
        var observation = observations.get(address(need));
        if (observation == null) {
            return new Unavailable<>("Slipway has not looked at this: " + need.key() + ".");
        }
        try {
            return observation.observed().map(value -> JSON.treeToValue(value, need.type()));
        } catch (JacksonException e) {
            return new Unavailable<>("What Slipway has stored cannot be read: " + need.key() + ".");
        }
    }

    /** Returns only the facts for these needs. */
    public Facts only(Collection<FactNeed<?>> needs) {
        var kept = new TreeMap<>(observations);
        kept.keySet().retainAll(needs.stream().map(Facts::address).toList());
        return new Facts(at, kept);
    }

    /** Returns the facts in the form in which they are stored. */
    public CanonicalFacts canonical() {
        var bodies = new TreeMap<String, FactBody>();
        observations.forEach((address, observation) ->
                bodies.put(address, FactBody.of(JSON.writeValueAsString(observation.write()))));
        return new CanonicalFacts(at, bodies);
    }

    /** Returns the facts as canonical JSON: keys are sorted, and equal facts give equal texts. */
    public String toJson() {
        return canonical().toJson();
    }

    private static String address(FactNeed<?> need) {
        return need.node() + "/" + need.key();
    }

    private record Observation(Source source, Observed<JsonNode> observed) {

        JsonNode write() {
            var node = JSON.createObjectNode().put("source", source.word());
            return switch (observed) {
                case Seen<JsonNode>(var value) -> node.set("value", value);
                case Unavailable<JsonNode>(var cause) -> node.put("unavailable", cause);
                case Late<JsonNode>(var cause) -> node.put("late", cause);
            };
        }

        static Observation read(JsonNode node) {
            var source = Source.ofWord(node.required("source").asString());
            if (node.has("unavailable")) {
                return new Observation(
                        source, new Unavailable<>(node.required("unavailable").asString()));
            }
            if (node.has("late")) {
                return new Observation(source, new Late<>(node.required("late").asString()));
            }
            return new Observation(source, new Seen<>(node.required("value")));
        }
    }
}

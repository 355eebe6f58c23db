package dev.slipway.check;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts that a verdict rests on, in the form in which they are stored: each one apart, so that facts that did not change
 * between two verdicts are stored once. The time belongs to no fact.
 *
 * @param at when the facts were gathered
 * @param bodies each fact by its address, such as {@code node1/containers}
 */
public record CanonicalFacts(Instant at, SortedMap<String, FactBody> bodies) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public CanonicalFacts {
        bodies = Collections.unmodifiableSortedMap(new TreeMap<>(bodies));
    }

    /** Returns these facts with a marker in place of each one that is larger than the limit. */
    public CanonicalFacts limitedTo(DataSize limit) {
        var limited = new TreeMap<String, FactBody>();
        bodies.forEach((address, body) -> limited.put(address, body.limitedTo(limit)));
        return new CanonicalFacts(at, limited);
    }

    /** Returns one JSON text with sorted keys; equal facts give equal text. */
    public String toJson() {
        var json = new StringJoiner(",", "{\"at\":" + JSON.writeValueAsString(at.toString()) + ",\"facts\":{", "}}");
        bodies.forEach((address, body) -> json.add(JSON.writeValueAsString(address) + ":" + body.json()));
        return json.toString();
    }
}

package dev.slipway.check;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts on which a verdict is based, in the form in which they are stored. Each fact is a separate text, so that a
 * fact that did not change between two verdicts is stored only once. The time at which the facts were gathered is only
 * in {@code at}, so that it does not make equal facts different.
 *
 * @param at when the facts were gathered
 * @param bodies the stored form of each fact, by the address of the fact, such as {@code node1/containers}
 */
public record CanonicalFacts(Instant at, SortedMap<String, FactBody> bodies) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public CanonicalFacts {
        bodies = Collections.unmodifiableSortedMap(new TreeMap<>(bodies));
    }

    /** Returns a copy in which a marker replaces each fact that is larger than the limit. */
    public CanonicalFacts limitedTo(DataSize limit) {
        var limited = new TreeMap<String, FactBody>();
        bodies.forEach((address, body) -> limited.put(address, body.limitedTo(limit)));
        return new CanonicalFacts(at, limited);
    }

    /** Returns the facts as one JSON text with sorted keys. Equal facts give equal texts. */
    public String toJson() {
        var json = new StringJoiner(",", "{\"at\":" + JSON.writeValueAsString(at.toString()) + ",\"facts\":{", "}}");
        bodies.forEach((address, body) -> json.add(JSON.writeValueAsString(address) + ":" + body.json()));
        return json.toString();
    }
}

package dev.slipway.attempt.persistence;

import dev.slipway.check.CanonicalFacts;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * References to the facts of a verdict, as they are stored in a row of evidence.
 *
 * @param at time at which the facts were gathered
 * @param facts the digest of each fact by its address
 */
public record FactNames(Instant at, SortedMap<String, String> facts) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public static FactNames of(CanonicalFacts facts) {
        var digests = new TreeMap<String, String>();
        facts.bodies().forEach((address, body) -> digests.put(address, body.digest()));
        return new FactNames(facts.at(), digests);
    }

    static FactNames read(String json) {
        return JSON.readValue(json, FactNames.class);
    }

    String write() {
        return JSON.writeValueAsString(this);
    }

    /** Returns each digest once, even if several addresses have equal facts. */
    public Set<String> digests() {
        return Set.copyOf(facts.values());
    }
}

package dev.slipway.attempt.persistence;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which facts a row of evidence holds, without the facts.
 *
 * @param names as stored; null for inline facts and where the facts have been removed
 * @param bytes what the row itself takes
 */
public record StoredFacts(
        long evidence, UUID attempt, @Nullable String names, long bytes) {

    /** Returns the digests of the facts that the row names. */
    public Set<String> digests() {
        return names == null ? Set.of() : FactNames.read(names).digests();
    }
}

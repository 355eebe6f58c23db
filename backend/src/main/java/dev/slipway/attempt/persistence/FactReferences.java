package dev.slipway.attempt.persistence;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * References of a row of evidence to its facts, without the facts.
 *
 * @param names the references as JSON of {@link FactNames}; null if the facts are inline or have been removed
 * @param bytes size of the row itself
 */
public record FactReferences(
        long evidence, UUID attempt, @Nullable String names, long bytes) {

    /** Returns the digests of the facts that the row refers to. */
    public Set<String> digests() {
        return names == null ? Set.of() : FactNames.read(names).digests();
    }
}

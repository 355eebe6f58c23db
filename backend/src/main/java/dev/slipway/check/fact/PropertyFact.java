package dev.slipway.check.fact;

import java.util.List;

/**
 * The values of a property of an object of the node engine.
 *
 * @param present whether the object exists; if not, there are no entries
 * @param obstacle the engine's message if it does not manage a Swarm and therefore cannot answer; otherwise empty
 * @param entries the values of the property; a property such as a container's networks can have several
 * @param others existing names to show to the learner: names of other objects if the object does not exist, otherwise
 *     other keys of the property
 * @param truncated whether the engine has reported more entries than a fact may have
 */
public record PropertyFact(
        boolean present, String obstacle, List<Entry> entries, List<String> others, boolean truncated) {
    public PropertyFact {
        entries = List.copyOf(entries);
        others = List.copyOf(others);
    }

    public static PropertyFact missing(List<String> others) {
        return new PropertyFact(false, "", List.of(), others, false);
    }

    public static PropertyFact hindered(String obstacle) {
        return new PropertyFact(false, obstacle, List.of(), List.of(), false);
    }

    public List<String> values() {
        return entries.stream().map(Entry::value).toList();
    }

    /** A value, with its key if it has one, such as the name of a label. */
    public record Entry(String key, String value) {}
}

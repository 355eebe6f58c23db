package dev.slipway.check.fact;

import java.util.List;

/**
 * What a property of an object of the node engine is.
 *
 * @param present whether there is such an object; without it there are no entries
 * @param obstacle why the engine cannot know, in its words; empty if nothing stands in the way
 * @param entries the property's values, several for one such as a container's networks
 * @param others names of what is there instead: other objects if there is no such object, else other keys
 * @param truncated whether there are more entries than were kept
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

    /** One value, with the key under which it stands if it has one, such as the name of a label. */
    public record Entry(String key, String value) {}
}

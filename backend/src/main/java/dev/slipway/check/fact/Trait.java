package dev.slipway.check.fact;

import dev.slipway.check.fact.PropertyFact.Entry;
import dev.slipway.engine.json.JsonMask;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A property that the objects of one kind have, and where a node engine's answer has its values.
 *
 * @param name as in the key of a fact and in an expression such as {@code container('web').restart}
 * @param words as a learner reads it: "restart policy"
 * @param several whether it is normal to have more than one
 * @param key what a key of its entries is, as in "name of the label"; empty if entries have none
 * @param detour where the engine tells it, if not where it tells about the object itself
 */
public record Trait(
        ObjectKind of,
        String name,
        String words,
        boolean several,
        ValueType type,
        Optional<String> key,
        Optional<Detour> detour,
        Reader reader) {

    /**
     * Another place in the engine's API.
     *
     * @param path with {@code %s} for the name of the object
     * @param fields what the reader takes from the answer; empty if that is a text
     */
    public record Detour(String path, Optional<JsonMask> fields) {
        Detour(String path, JsonMask fields) {
            this(path, Optional.of(fields));
        }

        /** The path for an object. */
        public String path(String name) {
            return path.replace("%s", name);
        }
    }

    /** Takes a property's values from what the engine says about the object, and from what it says at the detour. */
    @FunctionalInterface
    public interface Reader {
        Stream<Entry> read(JsonNode object, JsonNode more);
    }

    /** A property whose values a function finds. */
    static Trait property(ObjectKind of, String name, String words, Function<JsonNode, Stream<String>> values) {
        return new Trait(
                of,
                name,
                words,
                false,
                ValueType.TEXT,
                Optional.empty(),
                Optional.empty(),
                (object, more) -> values.apply(object).filter(v -> !v.isEmpty()).map(value -> new Entry("", value)));
    }

    /** A property with at most one value. */
    static Trait at(ObjectKind of, String name, String words, String pointer) {
        var compiled = JsonPointer.compile(pointer);
        return property(of, name, words, object -> text(object.at(compiled)));
    }

    /** Whether there is such an object at all. */
    public static Trait existence(ObjectKind of) {
        return property(of, "exists", "existence", object -> Stream.empty());
    }

    Trait typed(ValueType other) {
        return new Trait(of, name, words, several, other, key, detour, reader);
    }

    /** The same with any number of values. */
    Trait severally() {
        return new Trait(of, name, words, true, type, key, detour, reader);
    }

    Trait keyed(String what, Function<JsonNode, Stream<Entry>> entries) {
        return new Trait(
                of, name, words, several, type, Optional.of(what), detour, (object, more) -> entries.apply(object));
    }

    Trait detour(Detour other, Reader how) {
        return new Trait(of, name, words, several, type, key, Optional.of(other), how);
    }

    /** As learners read it if there are several. */
    public String plural() {
        return words.endsWith("s") ? words : words.endsWith("y") ? words.replaceAll("y$", "ies") : words + "s";
    }

    static Stream<String> text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? Stream.of(node.asString("")) : Stream.empty();
    }

    static Stream<String> texts(JsonNode list) {
        return list.values().stream().flatMap(Trait::text);
    }

    /** The members of an object. */
    static Stream<Entry> members(JsonNode object) {
        return object.properties().stream()
                .map(e -> new Entry(e.getKey(), e.getValue().asString("")));
    }

    static Stream<Entry> counted(long count) {
        return Stream.of(new Entry("", Long.toString(count)));
    }
}

package dev.slipway.check.fact;

import dev.slipway.check.fact.PropertyFact.Entry;
import dev.slipway.sandbox.json.JsonMask;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A property of the objects of one kind, with the function that reads its values from a node engine's response.
 *
 * @param name the name of the property in the key of a fact and in an expression such as {@code
 *     container('web').restart}
 * @param words the name of the property for learners, such as "restart policy"
 * @param several whether an object normally has more than one value of the property
 * @param key the meaning of an entry's key, such as "name of the label"; empty if entries have no keys
 * @param detour an additional request for values that the response about the object does not contain; empty if it
 *     contains all values
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
     * An additional request to the engine.
     *
     * @param path the path of the request, with {@code %s} in place of the object's name
     * @param fields the fields that the reader takes from the response; empty if the response is a text
     */
    public record Detour(String path, Optional<JsonMask> fields) {
        Detour(String path, JsonMask fields) {
            this(path, Optional.of(fields));
        }

        /** Returns the path of the request for the object with this name. */
        public String path(String name) {
            return path.replace("%s", name);
        }
    }

    /** Reads a property's values from the response about the object and from the response to the additional request. */
    @FunctionalInterface
    public interface Reader {
        Stream<Entry> read(JsonNode object, JsonNode more);
    }

    /** Returns a property whose values a function reads. */
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

    /** Returns a property with at most one value, which is at this JSON pointer. */
    static Trait at(ObjectKind of, String name, String words, String pointer) {
        var compiled = JsonPointer.compile(pointer);
        return property(of, name, words, object -> text(object.at(compiled)));
    }

    /** Returns a property without values. The fact of this property shows only whether the object exists. */
    public static Trait existence(ObjectKind of) {
        return property(of, "exists", "existence", object -> Stream.empty());
    }

    Trait typed(ValueType other) {
        return new Trait(of, name, words, several, other, key, detour, reader);
    }

    /** Returns a copy of this property, of which an object normally has more than one value. */
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

    /** Returns the name for learners in the plural. */
    public String plural() {
        return words.endsWith("s") ? words : words.endsWith("y") ? words.replaceAll("y$", "ies") : words + "s";
    }

    static Stream<String> text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? Stream.of(node.asString("")) : Stream.empty();
    }

    static Stream<String> texts(JsonNode list) {
        return list.values().stream().flatMap(Trait::text);
    }

    /** Returns the members of a JSON object. */
    static Stream<Entry> members(JsonNode object) {
        return object.properties().stream()
                .map(e -> new Entry(e.getKey(), e.getValue().asString("")));
    }

    static Stream<Entry> counted(long count) {
        return Stream.of(new Entry("", Long.toString(count)));
    }
}

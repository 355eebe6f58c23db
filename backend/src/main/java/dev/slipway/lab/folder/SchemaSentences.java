package dev.slipway.lab.folder;

import com.networknt.schema.Error;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.SourcePosition;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Translates violations of a schema to sentences. The meaning of a value and an example come from the {@code
 * description} and the {@code examples} of the schema.
 */
final class SchemaSentences {
    private final JsonNode source;
    private final YamlDocument document;

    /** @param source the source of the schema */
    SchemaSentences(JsonNode source, YamlDocument document) {
        this.source = source;
        this.document = document;
    }

    LabProblem translate(Error error) {
        var pointer = error.getInstanceLocation().toString();
        var fragment = Objects.requireNonNullElse(error.getSchemaLocation().getFragment(), "")
                .toString();
        if (fragment.contains("/anyOf/")) {
            var owner = source.at(JsonPointer.compile(fragment.substring(0, fragment.indexOf("/anyOf/"))));
            return problem(
                    document.positionOf(pointer),
                    "missing-key",
                    "A required key is missing: " + description(owner),
                    exampleAround(fragment));
        }
        var owner = source.at(JsonPointer.compile(fragment.substring(0, Math.max(0, fragment.lastIndexOf('/')))));
        var example = exampleAround(fragment);
        var name = nameOf(pointer);
        var at = document.positionOf(pointer);
        var value = document.tree().at(JsonPointer.compile(pointer));
        var property = error.getKeyword().equals("dependentRequired")
                ? String.valueOf(error.getArguments()[0])
                : Objects.requireNonNullElse(error.getProperty(), "");
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(pointer, property, owner, example);
            case "required", "dependentRequired" -> {
                var missing = owner.path("properties").path(property);
                yield problem(
                        at,
                        "missing-key",
                        "`" + property + "` is missing" + within(name) + ". " + description(resolve(missing)),
                        keyExample(property, owner, example));
            }
            case "type" ->
                problem(
                        at,
                        "wrong-type",
                        "%s must be %s, not %s. %s"
                                .formatted(
                                        subject(name),
                                        JsonTypes.names(owner.path("type")),
                                        JsonTypes.name(value),
                                        description(owner)),
                        example);
            case "enum" -> {
                var allowed = YamlValues.strings(owner.path("enum"));
                yield problem(
                        at,
                        "unknown-value",
                        "%s must be one of %s.%s"
                                .formatted(
                                        subject(name),
                                        String.join(", ", allowed),
                                        DidYouMean.sentence(value.asString(""), allowed)),
                        example);
            }
            case "pattern" ->
                fragment.contains("/propertyNames/") || property.equals("propertyNames")
                        ? badKey(pointer, error, owner)
                        : problem(
                                at,
                                "wrong-form",
                                subject(name) + " does not have the right form. " + description(owner),
                                example);
            case "propertyNames" -> badKey(pointer, error, owner);
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                problem(
                        at,
                        "out-of-range",
                        "%s must be from %s to %s. %s"
                                .formatted(
                                        subject(name),
                                        owner.path("minimum").asString("any"),
                                        owner.path("maximum").asString("any"),
                                        description(owner)),
                        example);
            case "minLength", "maxLength" ->
                problem(
                        at,
                        "wrong-length",
                        "%s must have from %s to %s characters. %s"
                                .formatted(
                                        subject(name),
                                        owner.path("minLength").asString("0"),
                                        owner.path("maxLength").asString("any number of"),
                                        description(owner)),
                        example);
            case "minItems", "minProperties" ->
                problem(at, "too-few", subject(name) + " must not be empty. " + description(owner), example);
            case "maxItems", "maxProperties" ->
                problem(
                        at,
                        "too-many",
                        "%s may have at most %s. %s"
                                .formatted(
                                        subject(name),
                                        owner.path("maxItems")
                                                .asString(owner.path("maxProperties")
                                                        .asString("")),
                                        description(owner)),
                        example);
            case "uniqueItems" -> problem(at, "duplicate", subject(name) + " has the same value twice.", example);
            default -> problem(at, "wrong-form", subject(name) + ": " + error.getMessage() + ".", example);
        };
    }

    private LabProblem unknownKey(String pointer, String key, JsonNode owner, String example) {
        var known = List.copyOf(owner.path("properties").propertyNames());
        var isAssertion = owner.path("properties").has("container.exists");
        return problem(
                document.positionOfKey(YamlDocument.child(pointer, key)),
                isAssertion ? "unknown-assertion" : "unknown-key",
                "There is no %s `%s`%s.%s Allowed: %s."
                        .formatted(
                                isAssertion ? "assertion" : "key",
                                key,
                                isAssertion ? "" : within(nameOf(pointer)),
                                DidYouMean.sentence(key, known),
                                String.join(", ", known)),
                keyExample(DidYouMean.nearest(key, known).orElse(""), owner, example));
    }

    /**
     * Returns an example of a key with its value; if the schema has no example of the key, returns the example of the
     * object that contains the key.
     */
    private String keyExample(String key, JsonNode owner, String whole) {
        var value = exampleOf(resolve(owner.path("properties").path(key)));
        return value.isEmpty() ? whole : key + ": " + value;
    }

    private LabProblem badKey(String pointer, Error error, JsonNode owner) {
        var key = Objects.requireNonNullElse(error.getProperty(), nameOf(pointer));
        var names = owner.has("propertyNames") ? owner.path("propertyNames") : owner;
        return problem(
                document.positionOfKey(YamlDocument.child(pointer, key)),
                "wrong-form",
                "This name does not have the right form. " + description(resolve(names)),
                exampleOf(resolve(names)));
    }

    private JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref").asString("");
        return reference.startsWith("#") ? source.at(JsonPointer.compile(reference.substring(1))) : node;
    }

    private static LabProblem problem(SourcePosition at, String rule, String message, String example) {
        return new LabProblem(at, rule, message.strip(), example);
    }

    private static String description(JsonNode owner) {
        return owner.path("description").asString("");
    }

    /** Returns the first example of a schema in YAML's flow style. */
    private static String exampleOf(JsonNode owner) {
        var example = owner.path("examples").path(0);
        return example.isMissingNode() ? "" : FlowYaml.write(example);
    }

    /** Returns the example of the violated part of the schema, or of the nearest enclosing part that has one. */
    private String exampleAround(String fragment) {
        for (var at = fragment; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var example = exampleOf(source.at(JsonPointer.compile(at)));
            if (!example.isEmpty()) {
                return example;
            }
        }
        return "title: " + exampleOf(source.path("properties").path("title"));
    }

    private static String nameOf(String pointer) {
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return name.replace("~1", "/").replace("~0", "~");
    }

    private static String subject(String name) {
        return name.isEmpty() ? "The file" : isIndex(name) ? "This member of the list" : "`" + name + "`";
    }

    private static String within(String name) {
        return name.isEmpty() || isIndex(name) ? "" : " in `" + name + "`";
    }

    private static boolean isIndex(String name) {
        return name.chars().allMatch(Character::isDigit);
    }
}

package dev.slipway.lab.folder;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.SourcePosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A published schema, and the translation of its violations into sentences. What a value means and how it looks when it
 * is right is taken from the {@code description} and the {@code examples} of the schema itself.
 */
final class LabSchema {
    static final LabSchema LAB = new LabSchema("lab.schema.json");
    static final LabSchema COURSE = new LabSchema("course.schema.json");

    /** More than anybody reads at once. */
    private static final int MAX_PROBLEMS = 100;

    private final Schema schema;
    private final JsonNode source;

    private LabSchema(String resource) {
        var text = load(resource);
        source = JsonMapper.shared().readTree(text);
        schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build()))
                .getSchema(text, InputFormat.JSON);
    }

    /** The kinds of assertion that the schema lists. */
    List<String> assertionKinds() {
        return source.at("/$defs/assertion/properties").propertyNames().stream()
                .filter(kind -> !kind.equals("message"))
                .toList();
    }

    List<LabProblem> problems(YamlDocument document) {
        var problems = new LinkedHashMap<String, LabProblem>();
        for (var error : schema.validate(document.tree())) {
            var problem = translate(error, document);
            problems.putIfAbsent(problem.position() + problem.rule() + problem.message(), problem);
        }
        return problems.values().stream().limit(MAX_PROBLEMS).toList();
    }

    private LabProblem translate(Error error, YamlDocument document) {
        var pointer = error.getInstanceLocation().toString();
        var fragment = Objects.requireNonNullElse(error.getSchemaLocation().getFragment(), "")
                .toString();
        if (fragment.contains("/anyOf/")) {
            var owner = source.at(JsonPointer.compile(fragment.substring(0, fragment.indexOf("/anyOf/"))));
            return problem(document.positionOf(pointer), "missing-key", "Say which one: " + description(owner), owner);
        }
        var owner = source.at(JsonPointer.compile(fragment.substring(0, Math.max(0, fragment.lastIndexOf('/')))));
        var name = nameOf(pointer);
        var at = document.positionOf(pointer);
        var value = document.tree().at(JsonPointer.compile(pointer));
        var property = Objects.requireNonNullElse(error.getProperty(), "");
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknownKey(document, pointer, property, owner);
            case "required" -> {
                var missing = owner.path("properties").path(property);
                yield problem(
                        at,
                        "missing-key",
                        "`" + property + "` is missing" + within(name) + ". " + description(resolve(missing)),
                        property + ": " + exampleOf(resolve(missing)));
            }
            case "type" ->
                problem(
                        at,
                        "wrong-type",
                        "%s must be %s, not %s. %s"
                                .formatted(
                                        subject(name),
                                        typeNames(owner.path("type")),
                                        typeName(value),
                                        description(owner)),
                        owner);
            case "enum" -> {
                var allowed = strings(owner.path("enum"));
                yield problem(
                        at,
                        "unknown-value",
                        "%s must be one of %s.%s"
                                .formatted(
                                        subject(name),
                                        String.join(", ", allowed),
                                        DidYouMean.sentence(value.asString(""), allowed)),
                        owner);
            }
            case "pattern" ->
                fragment.contains("/propertyNames/") || property.equals("propertyNames")
                        ? badKey(document, pointer, error, owner)
                        : problem(
                                at,
                                "wrong-form",
                                subject(name) + " does not have the right form. " + description(owner),
                                owner);
            case "propertyNames" -> badKey(document, pointer, error, owner);
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
                        owner);
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
                        owner);
            case "minItems", "minProperties" ->
                problem(at, "too-few", subject(name) + " must not be empty. " + description(owner), owner);
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
                        owner);
            case "uniqueItems" -> problem(at, "duplicate", subject(name) + " names something twice.", "");
            default -> problem(at, "wrong-form", subject(name) + ": " + error.getMessage() + ".", owner);
        };
    }

    private LabProblem unknownKey(YamlDocument document, String pointer, String key, JsonNode owner) {
        var known = List.copyOf(owner.path("properties").propertyNames());
        var isAssertion = owner.path("properties").has("container.exists");
        return problem(
                document.positionOfKey(YamlDocument.child(pointer, key)),
                isAssertion ? "unknown-assertion" : "unknown-key",
                "There is no %s `%s`%s.%s Known are: %s."
                        .formatted(
                                isAssertion ? "assertion" : "key",
                                key,
                                isAssertion ? "" : within(nameOf(pointer)),
                                DidYouMean.sentence(key, known),
                                String.join(", ", known)),
                owner);
    }

    private LabProblem badKey(YamlDocument document, String pointer, Error error, JsonNode owner) {
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

    private static LabProblem problem(SourcePosition at, String rule, String message, JsonNode owner) {
        return problem(at, rule, message, exampleOf(owner));
    }

    private static LabProblem problem(SourcePosition at, String rule, String message, String example) {
        return new LabProblem(at, rule, message.strip(), example);
    }

    private static String description(JsonNode owner) {
        return owner.path("description").asString("");
    }

    /** The first example of a schema, in YAML's flow style, which is what an author would write. */
    private static String exampleOf(JsonNode owner) {
        var example = owner.path("examples").path(0);
        return example.isMissingNode() ? "" : FlowYaml.write(example);
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

    private static String typeNames(JsonNode type) {
        return type.isArray()
                ? strings(type).stream().map(LabSchema::typeName).collect(Collectors.joining(" or "))
                : typeName(type.asString(""));
    }

    private static String typeName(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a mapping (key: value)";
            default -> type;
        };
    }

    private static String typeName(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> "a number (text that looks like one needs quotes)";
            case BOOLEAN -> "true or false (a word needs quotes)";
            case ARRAY -> "a list";
            case OBJECT -> "a mapping";
            case NULL, MISSING -> "nothing";
            case BINARY, POJO -> "something else";
        };
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(value -> value.asString(""))
                .toList();
    }

    private static String load(String resource) {
        try (var in = Objects.requireNonNull(LabSchema.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

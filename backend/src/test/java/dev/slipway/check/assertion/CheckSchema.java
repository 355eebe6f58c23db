package dev.slipway.check.assertion;

import dev.slipway.check.assertion.Signature.Argument;
import dev.slipway.check.assertion.Signature.Form;
import dev.slipway.check.fact.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Generates the part of the lab schema that describes checks, from the arguments that the parser reads. */
final class CheckSchema {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> SCALAR = List.of("string", "integer", "number", "boolean");
    private static final String VARIABLE = "^\\$\\{[A-Z][A-Z0-9_]*\\}$";
    private static final String FIRST = "\n    \"message\": {";
    private static final String AFTER = "    \"proof\": {\n";

    private CheckSchema() {}

    /** Returns the schema with this part generated again; all other lines stay unchanged. */
    static String renewed(String schema) {
        var from = schema.indexOf(FIRST) + 1;
        var to = schema.indexOf(AFTER);
        return schema.substring(0, from) + definitions() + schema.substring(to);
    }

    /** Writes each definition, each kind and each of its arguments on a separate line. */
    private static String definitions() {
        var text = new StringBuilder();
        shared().forEach((name, schema) -> text.append("    ")
                .append(quoted(name))
                .append(": ")
                .append(JSON.writeValueAsString(schema))
                .append(",\n"));
        var kinds = Assertions.byName().values().stream()
                .map(kind -> "        " + quoted(kind.name()) + ": " + of(kind))
                .collect(Collectors.joining(",\n"));
        return text.append("    \"assertion\": {\n")
                .append("      \"description\": \"One kind of assertion with its arguments.\",\n")
                .append("      \"type\": \"object\",\n      \"minProperties\": 1,\n      \"maxProperties\": 2,\n")
                .append("      \"additionalProperties\": false,\n      \"properties\": {\n")
                .append("        \"message\": {\"$ref\": \"#/$defs/message\"},\n")
                .append(kinds)
                .append("\n      },\n      \"examples\": [{\"container.running\": {\"name\": \"web\"}}]\n    },\n")
                .toString();
    }

    private static Map<String, Object> shared() {
        var shared = new LinkedHashMap<String, Object>();
        shared.put(
                "message",
                text(
                        "What the learner reads when the assertion does not hold, instead of the built-in sentence.",
                        400,
                        "The container is there but has not been started."));
        shared.put("nodeName", text("On which node to look; the first one if nothing is said.", 32, "node1"));
        shared.put("comparand", scalar("What it must be equal to.", "web"));
        shared.put("comparands", list("Values of which it must be one.", List.of("web", "db")));
        shared.put("mode", text("Octal digits, in quotes.", 4, "0644"));
        shared.put("modes", list("Values of which it must be one.", List.of("0644", "0600")));
        shared.put("part", text("A text that must occur in it.", 2000, "hello"));
        shared.put("pattern", text("A regular expression that must be found in it.", 500, "^web-[0-9]+$"));
        shared.put("bound", scalar("The least, or the most, that it may be.", 3));
        var exists = new LinkedHashMap<String, Object>();
        exists.put("description", "Whether there must be one at all.");
        exists.put("type", "boolean");
        exists.put("default", true);
        exists.put("examples", List.of(false));
        shared.put("exists", exists);
        var wish = scalar("A value that it must be equal to, values that must all be there, or comparators.", 3);
        wish.put("type", List.of("string", "integer", "number", "boolean", "array", "object"));
        wish.put("minItems", 1);
        wish.put("items", Map.of("type", SCALAR));
        wish.put("properties", comparators(ValueType.TEXT));
        wish.put("additionalProperties", false);
        shared.put("wish", wish);
        var assertions = list("A list of assertions.", List.of(Map.of("container.running", Map.of("name", "web"))));
        assertions.put("maxItems", 20);
        assertions.put("items", ref("assertion"));
        shared.put("assertions", assertions);
        return shared;
    }

    private static String of(Kind kind) {
        var signature = kind.signature();
        if (signature.isListOfAssertions()) {
            return JSON.writeValueAsString(ref("assertions"));
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("description", kind.purpose());
        signature.items().ifPresentOrElse(item -> putList(schema, item), () -> putObject(schema, signature));
        schema.put("examples", List.of(Examples.arguments(kind)));
        return indented(schema);
    }

    private static void putList(Map<String, Object> schema, Signature item) {
        var member = new LinkedHashMap<String, Object>();
        member.put("description", "One of the list.");
        putObject(member, item);
        schema.put("type", "array");
        schema.put("minItems", 2);
        schema.put("maxItems", 20);
        schema.put("items", member);
    }

    private static void putObject(Map<String, Object> schema, Signature signature) {
        schema.put("type", "object");
        var required = signature.arguments().stream()
                .filter(Argument::required)
                .map(Argument::name)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        signature
                .alternatives()
                .forEach(names -> schema.put(
                        "anyOf",
                        names.stream()
                                .map(name -> Map.of("required", List.of(name)))
                                .toList()));
        schema.put("additionalProperties", false);
        var properties = new LinkedHashMap<String, Object>();
        signature.arguments().forEach(argument -> properties.put(argument.name(), argument(argument)));
        signature.compared().ifPresent(type -> properties.putAll(comparators(type)));
        properties.put("message", ref("message"));
        schema.put("properties", properties);
    }

    private static Object argument(Argument argument) {
        return switch (argument.form()) {
            case Form.Plain(var shape) ->
                argument.name().equals("node") ? ref("nodeName") : plain(argument.what(), shape);
            case Form.Compared ignored -> described(ref("wish"), argument.what());
            case Form.Nested(var signature) -> {
                var schema = new LinkedHashMap<String, Object>();
                schema.put("description", sentence(argument.what()));
                putObject(schema, signature);
                yield schema;
            }
        };
    }

    private static Map<String, Object> plain(String what, Shape shape) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("description", sentence(what));
        schema.putAll(new TreeMap<>(shape.schema()));
        if (shape.schema().containsValue("integer")) {
            schema.put("type", List.of("integer", "string"));
            schema.put("pattern", VARIABLE);
        }
        return schema;
    }

    private static Map<String, Object> comparators(ValueType type) {
        var mode = type == ValueType.MODE;
        var comparators = new LinkedHashMap<String, Object>();
        comparators.put("equals", ref(mode ? "mode" : "comparand"));
        comparators.put("in", ref(mode ? "modes" : "comparands"));
        comparators.put("contains", ref("part"));
        comparators.put("matches", ref("pattern"));
        comparators.put("atLeast", ref("bound"));
        comparators.put("atMost", ref("bound"));
        comparators.put("exists", ref("exists"));
        return comparators;
    }

    private static Map<String, Object> text(String description, int most, String example) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("description", description);
        schema.put("type", "string");
        schema.put("minLength", 1);
        schema.put("maxLength", most);
        schema.put("examples", List.of(example));
        return schema;
    }

    private static Map<String, Object> scalar(String description, Object example) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("description", description);
        schema.put("type", SCALAR);
        schema.put("examples", List.of(example));
        return schema;
    }

    private static Map<String, Object> list(String description, Object example) {
        var schema = scalar(description, example);
        schema.put("type", "array");
        schema.put("minItems", 1);
        schema.put("items", Map.of("type", SCALAR));
        return schema;
    }

    private static Map<String, Object> ref(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    private static Map<String, Object> described(Map<String, Object> schema, String what) {
        var described = new LinkedHashMap<>(schema);
        described.put("description", sentence(what));
        return described;
    }

    /** Turns a phrase, which the reference uses within a line, into a sentence. */
    static String sentence(String what) {
        return Character.toUpperCase(what.charAt(0)) + what.substring(1) + (what.endsWith(".") ? "" : ".");
    }

    private static String indented(Map<String, Object> schema) {
        JsonNode tree = JSON.valueToTree(schema);
        return tree.properties().stream()
                .map(e -> "          " + quoted(e.getKey()) + ": "
                        + (e.getKey().equals("properties")
                                ? members(e.getValue())
                                : JSON.writeValueAsString(e.getValue())))
                .collect(Collectors.joining(",\n", "{\n", "\n        }"));
    }

    private static String members(JsonNode properties) {
        return properties.properties().stream()
                .map(e -> "            " + quoted(e.getKey()) + ": " + JSON.writeValueAsString(e.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n          }"));
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}

package dev.slipway.lab.folder;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Names the types of JSON in words that an author of YAML knows. */
final class JsonTypes {
    private JsonTypes() {}

    static String names(JsonNode type) {
        return type.isArray()
                ? YamlValues.strings(type).stream().map(JsonTypes::name).collect(Collectors.joining(" or "))
                : name(type.asString(""));
    }

    private static String name(String type) {
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

    static String name(JsonNode value) {
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
}

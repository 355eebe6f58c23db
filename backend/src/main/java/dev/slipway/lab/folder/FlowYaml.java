package dev.slipway.lab.folder;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Writes a value as YAML on one line, with quotes only where YAML needs them. */
final class FlowYaml {
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z/][A-Za-z0-9 ./_-]*");

    private FlowYaml() {}

    static String write(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> entry.getKey() + ": " + write(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(FlowYaml::write)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isString() && NEEDS_NO_QUOTES.matcher(value.stringValue()).matches()
                ? value.stringValue()
                : value.toString();
    }
}

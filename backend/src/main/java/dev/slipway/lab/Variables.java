package dev.slipway.lab;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Replaces {@code ${NAME}} by an attempt's value of the variable. {@code $${NAME}} stands for a literal {@code
 * ${NAME}}.
 */
public final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("(\\$?)\\$\\{([A-Z][A-Z0-9_]*)}");
    private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,8}");

    private Variables() {}

    /** Returns the text with all known variables filled in; references to unknown variables stay as they are. */
    public static String fill(String text, Map<String, String> values) {
        return REFERENCE.matcher(text).replaceAll(match -> {
            var reference = "${" + match.group(2) + "}";
            return Matcher.quoteReplacement(
                    match.group(1).isEmpty() ? values.getOrDefault(match.group(2), reference) : reference);
        });
    }

    /**
     * Returns a copy in which the variables in all strings are filled in. A string that consists of one variable
     * becomes a number if the value is a whole number, so that {@code port: "${PORT}"} gives a number.
     */
    public static JsonNode fill(JsonNode node, Map<String, String> values) {
        return switch (node) {
            case StringNode text -> fillText(text.stringValue(), values);
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.forEachEntry((key, value) -> copy.set(key, fill(value, values)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(value -> copy.add(fill(value, values)));
                yield copy;
            }
            default -> node;
        };
    }

    /** Returns the names of the variables to which a text refers, in the order in which the text first names them. */
    public static Set<String> namesIn(String text) {
        var names = new LinkedHashSet<String>();
        REFERENCE
                .matcher(text)
                .results()
                .filter(match -> match.group(1).isEmpty())
                .forEach(match -> names.add(match.group(2)));
        return names;
    }

    private static JsonNode fillText(String text, Map<String, String> values) {
        var filled = fill(text, values);
        var alone = REFERENCE.matcher(text);
        return alone.matches()
                        && alone.group(1).isEmpty()
                        && INTEGER.matcher(filled).matches()
                ? IntNode.valueOf(Integer.parseInt(filled))
                : StringNode.valueOf(filled);
    }
}

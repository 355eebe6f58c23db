package dev.slipway.lab.markdown;

import java.util.Map;
import java.util.regex.Pattern;

/** The text after the fence of a code block, such as {@code bash {run=node1 copy}}: its language and attributes. */
record CodeInfo(String language, Map<String, String> attributes) {
    private static final Pattern SYNTAX = Pattern.compile("([^\\s{]*)\\s*(\\{[^}]*})?.*", Pattern.DOTALL);

    static CodeInfo parse(String info) {
        var matcher = SYNTAX.matcher(info.strip());
        if (!matcher.matches()) {
            return new CodeInfo("", Map.of());
        }
        return new CodeInfo(
                matcher.group(1),
                Directive.Attributes.parse(matcher.group(2) == null ? "" : matcher.group(2))
                        .values());
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }
}

package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.ObjectKind;
import dev.slipway.check.fact.PropertyFact;
import dev.slipway.check.fact.Trait;
import dev.slipway.check.fact.Traits;
import dev.slipway.shared.NodeName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression that names a property of an object, such as {@code container('web').id[0:12]} or {@code
 * image('shop').env('PORT')}. The grammar:
 *
 * <pre>
 * expression = kind "(" [ "'" name "'" ] ")" "." property [ "('" key "')" ] [ "[" [ from ] ":" [ to ] "]" ]
 * </pre>
 *
 * Positions of characters start at 0; {@code to} is exclusive.
 */
record FactExpression(Trait trait, String name, String key, int from, int to) {
    static final String EXAMPLE = "container('web').id[0:12]";
    private static final Pattern GRAMMAR = Pattern.compile(
            "(?<kind>[a-z]{1,20})\\((?:'(?<name>[^'/?&]{1,200})')?\\)"
                    + "\\.(?<property>[a-zA-Z]{1,20})(?:\\('(?<key>[^']{1,200})'\\))?(?:\\[(?<from>[0-9]{0,4}):(?<to>[0-9]{0,4})])?");

    static Optional<FactExpression> parse(String text) {
        var parts = GRAMMAR.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var name = Optional.ofNullable(parts.group("name")).orElse("");
        var key = Optional.ofNullable(parts.group("key")).orElse("");
        var from = number(parts.group("from"), 0);
        var to = Math.max(from, number(parts.group("to"), Integer.MAX_VALUE));
        return kind(parts.group("kind"))
                .filter(kind -> kind.isNamed() != name.isEmpty())
                .flatMap(kind -> Traits.named(kind, parts.group("property")))
                .filter(trait -> trait.key().isPresent() != key.isEmpty())
                .map(trait -> new FactExpression(trait, name, key, from, to));
    }

    static String word(ObjectKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<ObjectKind> kind(String word) {
        return Arrays.stream(ObjectKind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst();
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
    }

    FactNeed.Property need(NodeName node) {
        return new FactNeed.Property(node, trait, name, key);
    }

    /** Returns the values of the property, each cut to the range of characters that the expression names. */
    List<String> values(PropertyFact fact) {
        return fact.values().stream()
                .map(value -> value.substring(Math.min(from, value.length()), Math.min(to, value.length())))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Returns an assertion that the object exists. {@link ObjectTexts} needs it to describe a missing object. */
    ObjectIs object(NodeName node) {
        return new ObjectIs(node, trait.of(), name, true, List.of());
    }
}

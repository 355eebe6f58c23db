package dev.slipway.check.assertion;

import dev.slipway.check.assertion.Signature.Argument;
import dev.slipway.check.assertion.Signature.Form;
import dev.slipway.check.fact.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition on the values of a property: at least one value fulfills all comparisons, or no value does.
 *
 * @param exists whether a value that fulfills all comparisons must exist; if false, no such value may exist
 */
record ExpectedValue(ValueType type, List<Comparison> comparisons, boolean exists) {
    ExpectedValue {
        comparisons = List.copyOf(comparisons);
    }

    static ExpectedValue equalTo(ValueType type, String value) {
        return new ExpectedValue(type, List.of(new Comparison.OneOf(type, List.of(value))), true);
    }

    /** Returns the condition that a text contains this part; if no part is given, any text fulfills the condition. */
    static ExpectedValue text(Optional<String> part) {
        return new ExpectedValue(
                ValueType.TEXT,
                part.<Comparison>map(Comparison.Contains::new).stream().toList(),
                true);
    }

    /**
     * Reads the comparators, such as {@code equals}, among the arguments of an assertion. If the assertion has no
     * comparators, any value fulfills the condition.
     */
    static ExpectedValue read(ValueType type, Arguments arguments) {
        arguments.signature().compares(type);
        return readComparators(type, arguments);
    }

    /** Returns the flags of a pattern: a pattern for texts that learners type ignores the case of letters. */
    private static int flags(ValueType type) {
        return type == ValueType.ANSWER ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    }

    private static ExpectedValue readComparators(ValueType type, Arguments arguments) {
        var value = Shape.value(type);
        var comparisons = new ArrayList<Comparison>();
        single(arguments, "equals", value).ifPresent(v -> comparisons.add(new Comparison.OneOf(type, List.of(v))));
        var among = values(arguments, "in", value);
        if (!among.isEmpty()) {
            comparisons.add(new Comparison.OneOf(type, among));
        }
        single(arguments, "contains", Shape.TEXT).ifPresent(v -> comparisons.add(new Comparison.Contains(v)));
        single(arguments, "matches", Shape.PATTERN)
                .ifPresent(v -> comparisons.add(new Comparison.Matches(Pattern.compile(v, flags(type)))));
        single(arguments, "atLeast", bound(type))
                .ifPresent(v -> comparisons.add(new Comparison.Bound(bounded(type), true, v)));
        single(arguments, "atMost", bound(type))
                .ifPresent(v -> comparisons.add(new Comparison.Bound(bounded(type), false, v)));
        var exists = single(arguments, "exists", Shape.FLAG).map("true"::equals).orElse(true);
        if (!exists && !comparisons.isEmpty()) {
            arguments.problem("wrong-argument", "A missing value cannot be compared: remove exists or comparators.");
        }
        return new ExpectedValue(type, comparisons, exists);
    }

    /**
     * Reads the conditions on one property of an assertion that compares several properties. An author writes a value
     * that the property must equal, a list of values that must all exist, or comparators.
     */
    static List<ExpectedValue> readProperty(String name, ValueType type, String what, Arguments arguments) {
        var json = arguments.raw(new Argument(name, new Form.Compared(type), false, what));
        if (json.isMissingNode()) {
            return List.of();
        }
        if (json.isObject()) {
            var wish = arguments.inner(name, inner -> readComparators(type, inner));
            return List.of(wish);
        }
        var values = json.isArray() ? List.copyOf(json.values()) : List.of(json);
        return values.stream()
                .flatMap(value -> arguments.valid(name, value, Shape.value(type)).stream())
                .map(value -> equalTo(type, value))
                .toList();
    }

    private static Optional<String> single(Arguments arguments, String name, Shape shape) {
        return arguments.unlisted(name).flatMap(json -> arguments.valid(name, json, shape));
    }

    private static List<String> values(Arguments arguments, String name, Shape shape) {
        var list = arguments.unlisted(name);
        if (list.isPresent() && (!list.get().isArray() || list.get().isEmpty())) {
            arguments.problem("wrong-argument", "The argument " + name + " must be a list of values.");
            return List.of();
        }
        return list.stream()
                .flatMap(json -> json.values().stream())
                .flatMap(json -> arguments.valid(name, json, shape).stream())
                .toList();
    }

    private static ValueType bounded(ValueType type) {
        return type.isOrdered() ? type : ValueType.NUMBER;
    }

    private static Shape bound(ValueType type) {
        return Shape.value(bounded(type));
    }

    boolean holdsFor(List<String> values) {
        return exists == values.stream().anyMatch(this::fits);
    }

    private boolean fits(String value) {
        return comparisons.stream().allMatch(c -> c.holdsFor(value));
    }

    /** Returns the condition in the words that follow "it should", such as "be at least 2 and be at most 5". */
    String should() {
        return comparisons.isEmpty()
                ? "exist"
                : comparisons.stream().map(Comparison::should).collect(Collectors.joining(" and "));
    }

    /** Returns the condition in the words that follow "it", such as "is at least 2 and is at most 5". */
    String is() {
        return comparisons.isEmpty()
                ? "exists"
                : comparisons.stream().map(Comparison::is).collect(Collectors.joining(" and "));
    }

    /** Returns the values as one text, each in the notation that people use for its type. */
    String shown(List<String> values) {
        return ContainerTexts.list(
                values.stream().map(v -> Excerpt.bare(type.shown(v))).toList());
    }
}

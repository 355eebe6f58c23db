package dev.slipway.check.assertion;

import dev.slipway.check.fact.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments that a kind of assertion takes. They are recorded while the kind reads them. Each argument is therefore
 * declared only once, and the generated reference and schema always agree with the parser.
 */
final class Signature {
    private final List<Argument> arguments = new ArrayList<>();
    private final List<List<String>> alternatives = new ArrayList<>();
    private Optional<ValueType> compared = Optional.empty();
    private Optional<Signature> items = Optional.empty();
    private boolean nestsAssertions;

    /**
     * An argument.
     *
     * @param what the meaning of the argument, for authors
     */
    record Argument(String name, Form form, boolean required, String what) {}

    /** The form of an argument's value. */
    sealed interface Form {
        record Plain(Shape shape) implements Form {}

        /** A value, a list of values, or comparators of such values. */
        record Compared(ValueType type) implements Form {}

        /** An object whose members are arguments. */
        record Nested(Signature signature) implements Form {}
    }

    void add(Argument argument) {
        if (arguments.stream().noneMatch(a -> a.name().equals(argument.name()))) {
            arguments.add(argument);
        }
    }

    void oneOf(List<String> names) {
        alternatives.add(names);
    }

    void compares(ValueType type) {
        compared = Optional.of(type);
    }

    void itemsAre(Signature signature) {
        items = Optional.of(signature);
    }

    void nestsAssertions() {
        nestsAssertions = true;
    }

    List<Argument> arguments() {
        return List.copyOf(arguments);
    }

    /** Returns groups of arguments; at least one argument of each group is required. */
    List<List<String>> alternatives() {
        return List.copyOf(alternatives);
    }

    /**
     * Returns the type of the values that the comparators among the arguments compare; empty if the assertion has no
     * comparators.
     */
    Optional<ValueType> compared() {
        return compared;
    }

    /** Returns the signature of each item if the arguments are a list; otherwise empty. */
    Optional<Signature> items() {
        return items;
    }

    boolean isListOfAssertions() {
        return nestsAssertions;
    }
}

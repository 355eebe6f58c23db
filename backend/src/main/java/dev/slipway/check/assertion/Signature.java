package dev.slipway.check.assertion;

import dev.slipway.check.fact.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What arguments a kind of assertion takes. It is what its reader asks for, noted while it reads: nothing is written
 * twice, and the reference and the schema cannot say otherwise than the parser does.
 */
final class Signature {
    private final List<Argument> arguments = new ArrayList<>();
    private final List<List<String>> alternatives = new ArrayList<>();
    private Optional<ValueType> compared = Optional.empty();
    private Optional<Signature> items = Optional.empty();
    private boolean nestsAssertions;

    /**
     * One argument.
     *
     * @param what it means, as the author reads it
     */
    record Argument(String name, Form form, boolean required, String what) {}

    /** What an argument holds. */
    sealed interface Form {
        record Plain(Shape shape) implements Form {}

        /** A value, a list of values, or comparators of such values. */
        record Compared(ValueType type) implements Form {}

        /** Arguments of its own. */
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

    /** Groups of arguments of which at least one is needed. */
    List<List<String>> alternatives() {
        return List.copyOf(alternatives);
    }

    /** What the comparators of the assertion itself compare, if it has any. */
    Optional<ValueType> compared() {
        return compared;
    }

    /** What each member is, if the arguments are a list. */
    Optional<Signature> items() {
        return items;
    }

    boolean isListOfAssertions() {
        return nestsAssertions;
    }
}

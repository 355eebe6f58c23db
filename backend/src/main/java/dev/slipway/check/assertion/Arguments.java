package dev.slipway.check.assertion;

import dev.slipway.check.assertion.Signature.Argument;
import dev.slipway.check.assertion.Signature.Form;
import dev.slipway.check.fact.ImageName;
import dev.slipway.lab.AssertionSource;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.Variables;
import dev.slipway.shared.NodeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads the arguments of one assertion. Collects all problems instead of stopping at the first. After a problem, the
 * methods return placeholders; the caller must discard an assertion that was created from placeholders. This class
 * records each argument that is read in a {@link Signature}, also when it reads an empty input to find out the
 * signature. The code that reads an assertion must therefore read the same arguments for every input.
 */
final class Arguments {
    private static final ImageName ANY_IMAGE = ImageName.parse("placeholder").orElseThrow();

    private final JsonNode json;
    private final List<AssertionSource> nested;
    private final Scope scope;
    private final Place place;
    private final List<LabProblem> problems;
    private final Set<String> known = new HashSet<>(Set.of("message"));
    private final Signature signature = new Signature();

    Arguments(JsonNode json, List<AssertionSource> nested, Scope scope, Place place, List<LabProblem> problems) {
        this.json = json;
        this.nested = nested;
        this.scope = scope;
        this.place = place;
        this.problems = problems;
    }

    /** The assertion's position in the lab, and an example of a correct assertion. */
    record Place(SourcePosition position, String example) {}

    Scope scope() {
        return scope;
    }

    Signature signature() {
        return signature;
    }

    void problem(String rule, String message) {
        problems.add(new LabProblem(place.position(), rule, message, place.example()));
    }

    NodeName node() {
        var name = optional("node", Shape.OBJECT, "on which machine to look; the lab's first if left out");
        if (name.isEmpty()) {
            return scope.firstNode();
        }
        return scope.nodes().stream()
                .filter(node -> node.value().equals(name.get()))
                .findFirst()
                .orElseGet(() -> {
                    problem("unknown-node", "The lab has no node named " + name.get() + ".");
                    return scope.firstNode();
                });
    }

    String required(String name, Shape shape, String what) {
        signature.add(new Argument(name, new Form.Plain(shape), true, what));
        var text = text(name, shape);
        if (text.isEmpty() && !json.has(name)) {
            problem("missing-argument", "The argument " + name + " is missing.");
        }
        return text.orElse("");
    }

    Optional<String> optional(String name, Shape shape, String what) {
        signature.add(new Argument(name, new Form.Plain(shape), false, what));
        return text(name, shape);
    }

    ImageName image(String name, String what) {
        return toImage(required(name, Shape.IMAGE, what));
    }

    Optional<ImageName> optionalImage(String name, String what) {
        return optional(name, Shape.IMAGE, what).map(Arguments::toImage);
    }

    int number(String name, int from, int to, String what) {
        return parsed(required(name, Shape.number(from, to), what)).orElse(from);
    }

    Optional<Integer> optionalNumber(String name, int from, int to, String what) {
        return optional(name, Shape.number(from, to), what).flatMap(Arguments::parsed);
    }

    int port(String name, String what) {
        return parsed(required(name, Shape.PORT, what)).orElse(1);
    }

    boolean flag(String name, boolean otherwise, String what) {
        return optional(name, Shape.FLAG, what).map("true"::equals).orElse(otherwise);
    }

    /** Reports a problem unless at least one of these arguments is given. */
    void oneNeeded(String... names) {
        signature.oneOf(Arrays.asList(names));
        if (Stream.of(names).noneMatch(json::has)) {
            problem("missing-argument", "One of the arguments " + String.join(" and ", names) + " is needed.");
        }
    }

    /** Returns the value of an argument that is not a single text; a missing node if the argument is not given. */
    JsonNode raw(Argument argument) {
        signature.add(argument);
        known.add(argument.name());
        return json.path(argument.name());
    }

    /**
     * Returns a value that the signature does not list as an argument, such as the value of a comparator; empty if the
     * value is not given.
     */
    Optional<JsonNode> unlisted(String name) {
        known.add(name);
        return Optional.of(json.path(name)).filter(value -> !value.isMissingNode());
    }

    /** Reads the object that an argument has as its value. The members of the object are read as arguments. */
    <T> T inner(String name, Function<Arguments, T> read) {
        var inner = new Arguments(json.path(name), List.of(), scope, place, problems);
        var result = read.apply(inner);
        inner.finish();
        return result;
    }

    /**
     * Reads the object that an optional argument has as its value; empty if the argument is not given. The members of
     * the object are read as arguments.
     */
    <T> Optional<T> group(String name, String what, Function<Arguments, T> read) {
        var given = raw(new Argument(name, new Form.Nested(sample(read)), false, what));
        return given.isMissingNode() ? Optional.empty() : Optional.of(inner(name, read));
    }

    /**
     * Returns the signature of a function that reads arguments: the arguments that the function reads from an empty
     * input.
     */
    private Signature sample(Function<Arguments, ?> read) {
        var nothing = new Arguments(MissingNode.getInstance(), List.of(), scope, place, new ArrayList<>());
        var _ = read.apply(nothing);
        return nothing.signature;
    }

    /** Reads a list of objects. The members of each object are read as arguments. */
    <T> List<T> items(Function<Arguments, T> read) {
        signature.itemsAre(sample(read));
        if (!json.isArray() || json.isEmpty()) {
            problem("wrong-argument", "A list with at least one item is needed here.");
            return List.of();
        }
        var results = new ArrayList<T>();
        for (var value : json.values()) {
            var item = new Arguments(value, List.of(), scope, place, problems);
            results.add(read.apply(item));
            item.finish();
        }
        return results;
    }

    /** Reads the members of a list of assertions. */
    List<Clause> clauses() {
        signature.nestsAssertions();
        if (nested.isEmpty()) {
            problem("wrong-argument", "A list with at least one assertion is needed here.");
        }
        return nested.stream()
                .flatMap(source -> Assertions.clause(source, scope, problems).stream())
                .toList();
    }

    /** Reports a problem for each argument that was given but not read. */
    void finish() {
        if (json.isObject()) {
            json.propertyNames().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problem("unknown-argument", "There is no argument " + name + "."));
        } else if (!json.isArray()) {
            problem("wrong-argument", "Named arguments are needed here.");
        }
    }

    private Optional<String> text(String name, Shape shape) {
        known.add(name);
        var value = json.path(name);
        return value.isMissingNode() ? Optional.empty() : valid(name, value, shape);
    }

    /**
     * Returns the text of a value with its variables filled in. Reports a problem and returns empty if the value is not
     * a text or does not have the shape.
     */
    Optional<String> valid(String name, JsonNode value, Shape shape) {
        if (!value.isValueNode() || value.isNull() || value.asString().isEmpty()) {
            problem("wrong-argument", "The argument " + name + " must be a text.");
            return Optional.empty();
        }
        var text = filledIn(value.asString());
        if (!text.isEmpty() && !shape.valid().test(text)) {
            problem(
                    "wrong-argument",
                    "The argument " + name + " must be " + shape.words() + ", not " + Excerpt.of(text, false) + ".");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static ImageName toImage(String text) {
        return ImageName.parse(text).orElse(ANY_IMAGE);
    }

    private static Optional<Integer> parsed(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(text));
    }

    private String filledIn(String text) {
        Variables.namesIn(text).stream()
                .filter(name -> !scope.variables().containsKey(name))
                .forEach(name -> problem("unknown-variable", "There is no variable " + name + "."));
        return Variables.fill(text, scope.variables());
    }
}

package dev.slipway.check.assertion;

import dev.slipway.check.fact.ImageName;
import dev.slipway.lab.AssertionSource;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.Variables;
import dev.slipway.shared.NodeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The arguments of one assertion while it is read. Collects all problems instead of stopping at the first: after one,
 * what it returns is a placeholder, and the assertion made of it is thrown away.
 */
final class Arguments {
    private static final Pattern CONTAINER_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{1,127}");
    private static final Pattern URL_PATH = Pattern.compile("/[\\x21-\\x7e&&[^#]]{0,1023}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int MAX_PATH = 1024;
    private static final int MAX_PORT = 65535;
    private static final ImageName ANY_IMAGE = ImageName.parse("placeholder").orElseThrow();

    private final JsonNode json;
    private final List<AssertionSource> nested;
    private final Scope scope;
    private final Place place;
    private final List<LabProblem> problems;
    private final Set<String> known = new HashSet<>(Set.of("message"));

    Arguments(JsonNode json, List<AssertionSource> nested, Scope scope, Place place, List<LabProblem> problems) {
        this.json = json;
        this.nested = nested;
        this.scope = scope;
        this.place = place;
        this.problems = problems;
    }

    /** Where the assertion stands, and how it would be right. */
    record Place(SourcePosition position, String example) {}

    void problem(String rule, String message) {
        problems.add(new LabProblem(place.position(), rule, message, place.example()));
    }

    NodeName node() {
        var name = optionalText("node");
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

    String text(String name) {
        var text = optionalText(name);
        if (text.isEmpty() && !json.has(name)) {
            problem("missing-argument", "The argument " + name + " is missing.");
        }
        return text.orElse("");
    }

    Optional<String> optionalText(String name) {
        known.add(name);
        var value = json.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isValueNode() || value.isNull() || value.asString().isEmpty()) {
            problem("wrong-argument", "The argument " + name + " must be a text.");
            return Optional.empty();
        }
        return Optional.of(filledIn(value.asString()));
    }

    String containerName(String name) {
        return valid(name, text(name), CONTAINER_NAME.asMatchPredicate(), "a container's name");
    }

    Optional<String> optionalContainerName(String name) {
        return optionalText(name).map(t -> valid(name, t, CONTAINER_NAME.asMatchPredicate(), "a container's name"));
    }

    ImageName image(String name) {
        return toImage(name, text(name));
    }

    Optional<ImageName> optionalImage(String name) {
        return optionalText(name).map(text -> toImage(name, text));
    }

    /** An absolute path of a file system. */
    String path(String name) {
        return valid(
                name,
                text(name),
                path -> path.startsWith("/") && path.length() <= MAX_PATH && path.indexOf('\0') < 0,
                "an absolute path");
    }

    Optional<String> optionalUrlPath(String name) {
        return optionalText(name)
                .map(t -> valid(name, t, URL_PATH.asMatchPredicate(), "the path of a URL, from its first slash"));
    }

    String oneOf(String name, Set<String> words) {
        return valid(
                name,
                text(name),
                words::contains,
                "one of " + words.stream().sorted().toList());
    }

    int port(String name) {
        var number = optionalNumber(name, 1, MAX_PORT);
        if (number.isEmpty() && !json.has(name)) {
            problem("missing-argument", "The argument " + name + " is missing.");
        }
        return number.orElse(1);
    }

    Optional<Integer> optionalNumber(String name, int from, int to) {
        return optionalText(name).flatMap(text -> {
            if (text.isEmpty() || !NUMBER.matcher(text).matches() || outside(Integer.parseInt(text), from, to)) {
                wrong(name, "a number from " + from + " to " + to, text);
                return Optional.empty();
            }
            return Optional.of(Integer.parseInt(text));
        });
    }

    boolean flag(String name, boolean otherwise) {
        var text = optionalText(name);
        return text.map(t -> valid(name, t, Set.of("true", "false")::contains, "true or false")
                        .equals("true"))
                .orElse(otherwise);
    }

    /** The members of a list, each read as arguments of its own. */
    <T> List<T> items(Function<Arguments, T> read) {
        if (!json.isArray() || json.isEmpty()) {
            problem("wrong-argument", "A list with at least one item is needed here.");
            return List.of();
        }
        var results = new ArrayList<T>();
        for (var value : json.values()) {
            var item = new Arguments(value, nested, scope, place, problems);
            results.add(read.apply(item));
            item.finish();
        }
        return results;
    }

    /** The members of a list of assertions. */
    List<Clause> clauses() {
        if (nested.isEmpty()) {
            problem("wrong-argument", "A list with at least one assertion is needed here.");
        }
        return nested.stream()
                .flatMap(source -> Assertions.clause(source, scope, problems).stream())
                .toList();
    }

    /** Complains about arguments that nobody has asked for. */
    void finish() {
        if (json.isObject()) {
            json.propertyNames().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problem("unknown-argument", "There is no argument " + name + "."));
        } else if (!json.isArray()) {
            problem("wrong-argument", "Named arguments are needed here.");
        }
    }

    private ImageName toImage(String name, String text) {
        var image = ImageName.parse(text);
        if (image.isEmpty() && !text.isEmpty()) {
            wrong(name, "an image's name", text);
        }
        return image.orElse(ANY_IMAGE);
    }

    /** Says nothing about an empty text, about which something has been said already. */
    private String valid(String name, String text, Predicate<String> rule, String what) {
        if (!text.isEmpty() && !rule.test(text)) {
            wrong(name, what, text);
        }
        return text;
    }

    private void wrong(String name, String what, String text) {
        problem(
                "wrong-argument",
                "The argument " + name + " must be " + what + ", not " + Excerpt.of(text, false) + ".");
    }

    private static boolean outside(int number, int from, int to) {
        return number < from || number > to;
    }

    private String filledIn(String text) {
        Variables.namesIn(text).stream()
                .filter(name -> !scope.variables().containsKey(name))
                .forEach(name -> problem("unknown-variable", "There is no variable " + name + "."));
        return Variables.fill(text, scope.variables());
    }
}

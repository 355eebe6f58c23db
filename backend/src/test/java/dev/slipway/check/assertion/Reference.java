package dev.slipway.check.assertion;

import dev.slipway.check.Verdict;
import dev.slipway.check.assertion.Examples.Example;
import dev.slipway.check.assertion.Signature.Argument;
import dev.slipway.check.assertion.Signature.Form;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Source;
import dev.slipway.check.fact.Trait;
import dev.slipway.check.fact.Traits;
import dev.slipway.check.fact.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generates the reference of assertions for authors from the code and the examples. */
final class Reference {
    private static final Map<String, String> FAMILIES = families();

    private Reference() {}

    private static Map<String, String> families() {
        var families = new LinkedHashMap<String, String>();
        families.put("container", "Containers");
        families.put("image", "Images");
        families.put("volume", "Volumes");
        families.put("network", "Networks");
        families.put("compose", "Compose");
        families.put("swarm", "Swarm");
        families.put("engine", "The engine");
        families.put("registry", "Registries");
        families.put("http", "From outside");
        families.put("tcp", "From outside");
        families.put("dns", "From outside");
        families.put("file", "Files of the node");
        families.put("dockerfile", "Dockerfiles");
        families.put("event", "Events");
        families.put("answer", "Answers");
        families.put("exec", "Commands");
        families.put("any", "Combining");
        families.put("none", "Combining");
        return families;
    }

    /** @param frame the text around the reference, with the lines {@code <!-- kinds -->} and {@code <!-- facts -->} */
    static String in(String frame) {
        return frame.replace("<!-- kinds -->\n", kinds()).replace("<!-- facts -->\n", facts());
    }

    private static String kinds() {
        var sections = new LinkedHashMap<String, StringBuilder>();
        FAMILIES.values().forEach(title -> sections.put(title, new StringBuilder("## " + title + "\n\n")));
        var byFamily = Examples.all().stream()
                .collect(Collectors.groupingBy(
                        e -> e.kind().name().split("\\.", 2)[0], LinkedHashMap::new, Collectors.toList()));
        FAMILIES.forEach((family, title) -> byFamily.getOrDefault(family, List.of())
                .forEach(example ->
                        Optional.ofNullable(sections.get(title)).orElseThrow().append(section(example))));
        if (!FAMILIES.keySet().containsAll(byFamily.keySet())) {
            throw new IllegalStateException("a family has no title, see families(): " + byFamily.keySet());
        }
        return String.join("", sections.values());
    }

    private static String section(Example example) {
        var kind = example.kind();
        return "### `" + kind.name() + "`\n\n" + kind.purpose() + "\n\n```yaml\n- " + kind.name() + ": "
                + kind.example() + "\n```\n\n" + arguments(kind.signature()) + failures(example) + source(example)
                + "\n";
    }

    private static String arguments(Signature signature) {
        if (signature.isListOfAssertions()) {
            return "";
        }
        var intro = signature.items().isPresent() ? "A list; each member takes\n\n" : "";
        var of = signature.items().orElse(signature);
        var rows = of.arguments().stream()
                .filter(argument -> !argument.name().equals("node"))
                .map(Reference::row)
                .collect(Collectors.joining());
        var table = rows.isEmpty() ? "" : "| argument | what it is | takes |\n|---|---|---|\n" + rows + "\n";
        return intro + table + oneOf(of) + compared(of);
    }

    private static String oneOf(Signature signature) {
        return signature.alternatives().stream()
                .map(names -> "At least one of "
                        + names.stream().map(Reference::code).collect(Collectors.joining(" and ")) + " is needed.\n\n")
                .collect(Collectors.joining());
    }

    private static String compared(Signature signature) {
        return signature
                .compared()
                .map(type -> "Compared with a " + type.words() + ".\n\n")
                .orElse("");
    }

    private static String row(Argument argument) {
        return "| " + code(argument.name()) + (argument.required() ? "" : " (optional)") + " | " + argument.what()
                + " | " + form(argument.form()).replace("|", "\\|") + " |\n";
    }

    private static String form(Form form) {
        return switch (form) {
            case Form.Plain(var shape) -> shape.words();
            case Form.Compared(ValueType type) -> "a " + type.words() + ", a list, or comparators";
            case Form.Nested(var signature) ->
                signature.arguments().stream().map(a -> code(a.name())).collect(Collectors.joining(", "))
                        + " and comparators";
        };
    }

    private static String failures(Example example) {
        return example.failures().stream()
                .flatMap(verdict -> verdict instanceof Verdict.Failed failed ? Stream.of(failed) : Stream.empty())
                .map(f -> "- " + plain(f.reason()) + " *Seen:* " + plain(f.seen()) + ". *Expected:* "
                        + plain(f.expected()) + ".\n")
                .collect(Collectors.joining("", "When it fails, the learner reads, for example:\n\n", "\n"));
    }

    private static String plain(String text) {
        return text.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
    }

    private static String source(Example example) {
        var sources = example.check().needs().stream()
                .map(FactNeed::source)
                .distinct()
                .sorted()
                .map(Reference::words)
                .collect(Collectors.joining(" and "));
        return "Source: " + sources + ".\n";
    }

    private static String words(Source source) {
        return switch (source) {
            case ENGINE -> "the node's engine";
            case PROBE -> "a connection from outside";
            case EXEC -> "a command in the node, of **lower trust**: the learner is root there";
            case LEARNER -> "what the learner has typed";
        };
    }

    private static String facts() {
        return Traits.all().stream()
                .collect(Collectors.groupingBy(Trait::of, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> "| `" + FactExpression.word(e.getKey()) + (e.getKey().isNamed() ? "('NAME')" : "()") + "` | "
                        + e.getValue().stream().map(Reference::property).collect(Collectors.joining(", ")) + " |\n")
                .collect(Collectors.joining("", "| of | properties |\n|---|---|\n", ""));
    }

    private static String property(Trait trait) {
        return code(trait.key().isPresent() ? trait.name() + "('KEY')" : trait.name());
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}

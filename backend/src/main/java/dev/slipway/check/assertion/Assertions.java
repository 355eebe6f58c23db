package dev.slipway.check.assertion;

import dev.slipway.lab.AssertionSource;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** All assertion types by the kind that an author writes. */
public final class Assertions {

    /** How a kind is read, and an example that the author sees when it is written wrongly. */
    private record Kind(String example, Function<Arguments, Assertion> read) {}

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            kind("container.exists", "{name: web}", ContainerExists::read),
            kind("container.absent", "{name: web}", ContainerAbsent::read),
            kind("container.running", "{image: httpd}", ContainerRunning::read),
            kind("container.exited", "{name: job, code: 0}", ContainerExited::read),
            kind("container.image", "{name: web, equals: httpd}", ContainerImage::read),
            kind("container.publishes", "{name: web, host: 8080, container: 80}", ContainerPublishes::read),
            kind("container.file", "{name: web, path: /srv/note.txt, contains: hello}", ContainerFileIs::read),
            kind("image.exists", "{name: my-httpd}", ImageExists::read),
            kind("image.absent", "{name: my-httpd}", ImageAbsent::read),
            kind("image.committedFrom", "{name: my-httpd, base: httpd}", ImageCommittedFrom::read),
            kind("image.contains", "{name: my-httpd, path: /srv/note.txt, text: hello}", ImageContains::read),
            kind("http", "{port: 8080, path: /, status: 200, contains: works}", HttpAnswers::read),
            kind("event.seen", "{type: container, action: stop, name: web}", EventSeen::read),
            kind(
                    "event.sequence",
                    "[{type: container, action: create, name: web}, {type: container, action: start, name: web}]",
                    EventSequence::read),
            kind(
                    "any",
                    "[container.running: {image: httpd}, container.running: {image: nginx}]",
                    arguments -> new AnyOf(arguments.clauses())),
            kind("none", "[container.exists: {name: web}]", arguments -> new NoneOf(arguments.clauses())));

    private Assertions() {}

    private static Map.Entry<String, Kind> kind(String name, String example, Function<Arguments, Assertion> read) {
        return Map.entry(name, new Kind(name + ": " + example, read));
    }

    /** Every kind with an example, as an author would write it. */
    public static Map<String, String> examples() {
        var examples = new TreeMap<String, String>();
        KINDS.forEach((name, kind) -> examples.put(name, kind.example()));
        return examples;
    }

    /** Reads one assertion. */
    public static Parsed parse(AssertionSource source, Scope scope) {
        return parse(List.of(source), scope);
    }

    /** Reads the check of a task, all of whose assertions must hold. */
    public static Parsed parse(List<AssertionSource> sources, Scope scope) {
        var problems = new ArrayList<LabProblem>();
        var clauses = new ArrayList<Clause>();
        for (var source : sources) {
            clause(source, scope, problems).ifPresent(clauses::add);
        }
        return problems.isEmpty() ? new Parsed.Read(new TaskCheck(clauses)) : new Parsed.Refused(problems);
    }

    static Optional<Clause> clause(AssertionSource source, Scope scope, List<LabProblem> problems) {
        var kind = KINDS.get(source.kind());
        if (kind == null) {
            problems.add(new LabProblem(
                    source.position(),
                    "unknown-assertion",
                    "There is no assertion " + source.kind() + ". There are: "
                            + String.join(", ", examples().keySet()) + ".",
                    ""));
            return Optional.empty();
        }
        var place = new Arguments.Place(source.position(), kind.example());
        var arguments = new Arguments(source.arguments(), source.nested(), scope, place, problems);
        var assertion = kind.read().apply(arguments);
        arguments.finish();
        var message = source.message().map(text -> Variables.fill(text, scope.variables()));
        return Optional.of(new Clause(source.kind(), source.position(), message, assertion));
    }
}

package dev.slipway.check.assertion;

import dev.slipway.lab.AssertionSource;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All kinds of assertions, by the name that authors write in a lab. */
public final class Assertions {

    private static final SortedMap<String, Kind> KINDS = kinds();

    private Assertions() {}

    private static SortedMap<String, Kind> kinds() {
        var kinds = new TreeMap<String, Kind>();
        Stream.of(ContainerKinds.ALL, ImageKinds.ALL, EngineKinds.ALL, SwarmKinds.ALL, OutsideKinds.ALL, OtherKinds.ALL)
                .flatMap(List::stream)
                .forEach(kind -> kinds.put(kind.name(), kind));
        return Collections.unmodifiableSortedMap(kinds);
    }

    /** Returns all kinds by name, in alphabetical order. */
    static SortedMap<String, Kind> byName() {
        return KINDS;
    }

    /** Returns an example of each kind, as an author would write it. */
    public static Map<String, String> examples() {
        var examples = new TreeMap<String, String>();
        KINDS.forEach((name, kind) -> examples.put(name, name + ": " + kind.example()));
        return examples;
    }

    /** Parses one assertion. */
    public static Parsed parse(AssertionSource source, Scope scope) {
        return parse(List.of(source), scope);
    }

    /** Parses the check of a task. The check passes if all assertions hold. */
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
        var place = new Arguments.Place(source.position(), kind.name() + ": " + kind.example());
        var arguments = new Arguments(source.arguments(), source.nested(), scope, place, problems);
        var assertion = kind.read().apply(arguments);
        arguments.finish();
        var message = source.message().map(text -> Variables.fill(text, scope.variables()));
        return Optional.of(new Clause(source.kind(), source.position(), message, assertion));
    }
}

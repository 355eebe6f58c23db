package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.FileFact;
import dev.slipway.check.fact.NodeFileFact;
import dev.slipway.check.fact.ValueType;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Set;

/** States that a file or folder of the node itself exists, with a matching text and matching permissions. */
record NodeFileIs(NodeName node, ExpectedFile file, ExpectedValue mode) implements Assertion {
    private static final ExpectedValue ANY = new ExpectedValue(ValueType.MODE, List.of(), true);

    static NodeFileIs read(Arguments arguments) {
        return new NodeFileIs(arguments.node(), ExpectedFile.read(arguments), ANY);
    }

    static NodeFileIs readMode(Arguments arguments) {
        return new NodeFileIs(
                arguments.node(),
                new ExpectedFile(
                        arguments.required("path", Shape.PATH, "where to look"),
                        new ExpectedValue(ValueType.TEXT, List.of(), true)),
                ExpectedValue.read(ValueType.MODE, arguments));
    }

    private FactNeed.NodeFile need() {
        return new FactNeed.NodeFile(node, file.path());
    }

    private String place() {
        return "on " + node;
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(need());
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(facts.about(need()), this::evaluate);
    }

    private Outcome evaluate(NodeFileFact found) {
        var content = file.evaluate(found.file(), place());
        if (!(content instanceof Outcome.Holds) || found.file().kind() == FileFact.Kind.MISSING) {
            return content;
        }
        return mode.holdsFor(List.of(found.mode()))
                ? content
                : Outcome.fails("The permissions of " + file.path() + " are others.", found.mode());
    }

    @Override
    public String expected() {
        return mode.comparisons().isEmpty()
                ? file.expected(place())
                : "the mode of " + file.path() + " " + place() + " " + mode.is();
    }
}

package dev.slipway.check.assertion;

import dev.slipway.check.fact.ContainersFact;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.FileFact;
import dev.slipway.shared.NodeName;
import java.util.Set;

/** States that a path in a container is in the expected state, for example that it is a file with a matching text. */
record ContainerFileIs(NodeName node, String name, ExpectedFile wish) implements Assertion {

    static ContainerFileIs read(Arguments arguments) {
        return new ContainerFileIs(
                arguments.node(),
                arguments.required("name", Shape.CONTAINER, "the container's name"),
                ExpectedFile.read(arguments));
    }

    private FactNeed.ContainerFile file() {
        return new FactNeed.ContainerFile(node, name, wish.path());
    }

    private String place() {
        return "in the container " + name;
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(file(), new FactNeed.Containers(node));
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(
                facts.about(file()),
                file -> file.kind() == FileFact.Kind.NO_SUBJECT
                        ? Outcome.of(facts.about(new FactNeed.Containers(node)), this::missing)
                        : wish.evaluate(file, place()));
    }

    private Outcome missing(ContainersFact containers) {
        return Outcome.fails(ContainerTexts.missing(name), ContainerTexts.all(containers));
    }

    @Override
    public String expected() {
        return wish.expected(place());
    }
}

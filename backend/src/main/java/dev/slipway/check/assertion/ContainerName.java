package dev.slipway.check.assertion;

import dev.slipway.check.fact.ContainersFact.Container;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.ImageName;
import dev.slipway.check.fact.ValueType;
import dev.slipway.shared.NodeName;
import java.util.Optional;
import java.util.Set;

/** States that a container of this image has a matching name. */
record ContainerName(NodeName node, ImageName image, ExpectedValue name) implements Assertion {

    static ContainerName read(Arguments arguments) {
        return new ContainerName(
                arguments.node(),
                arguments.image("image", "the image that the container was made from"),
                ExpectedValue.read(ValueType.TEXT, arguments));
    }

    private Subject subject() {
        return new Subject(Optional.empty(), Optional.of(image));
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return subject().needs(node);
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return subject().judge(node, facts, this::evaluate);
    }

    private Outcome evaluate(Subject.Found found) {
        var names = found.selected().stream().map(Container::name).toList();
        if (name.holdsFor(names)) {
            return Outcome.holds();
        }
        return names.isEmpty()
                ? Outcome.fails(subject().missing(), found.everything())
                : Outcome.fails("No container of " + image + " has the wanted name.", name.shown(names));
    }

    @Override
    public String expected() {
        return "the name of a container of " + image + " " + name.is();
    }
}

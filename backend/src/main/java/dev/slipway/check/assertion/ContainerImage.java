package dev.slipway.check.assertion;

import dev.slipway.check.fact.ContainersFact;
import dev.slipway.check.fact.ContainersFact.Container;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.ImagesFact;
import dev.slipway.check.fact.ValueType;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * States that the container with this name was created from an image with a matching name. The name in the command that
 * created the container counts, and also each name that the image has now.
 */
record ContainerImage(NodeName node, String name, ExpectedValue image) implements Assertion {

    static ContainerImage read(Arguments arguments) {
        return new ContainerImage(
                arguments.node(),
                arguments.required("name", Shape.CONTAINER, "the container's name"),
                ExpectedValue.read(ValueType.IMAGE, arguments));
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(new FactNeed.Containers(node), new FactNeed.Images(node));
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(
                facts.about(new FactNeed.Containers(node)),
                containers ->
                        Outcome.of(facts.about(new FactNeed.Images(node)), images -> evaluate(containers, images)));
    }

    private Outcome evaluate(ContainersFact containers, ImagesFact images) {
        var found = containers.named(name);
        if (found.isEmpty()) {
            return Outcome.fails(ContainerTexts.missing(name), ContainerTexts.all(containers));
        }
        if (image.holdsFor(names(found.get(), images))) {
            return Outcome.holds();
        }
        return Outcome.fails(
                "The container " + name + " was made from another image.",
                found.get().imageText(images));
    }

    private static List<String> names(Container container, ImagesFact images) {
        var now = images.images().stream()
                .filter(i -> i.id().equals(container.imageId()))
                .flatMap(i -> i.tags().stream());
        return Stream.concat(Stream.of(container.image()), now).distinct().toList();
    }

    @Override
    public String expected() {
        return "the image of the container " + name + " " + image.is();
    }
}

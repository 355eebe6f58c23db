package dev.slipway.check.assertion;

import dev.slipway.check.fact.ContainersFact;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.ImageName;
import dev.slipway.check.fact.ImagesFact;
import dev.slipway.shared.NodeName;
import java.util.Set;

/** The container of this name was made from this image. */
record ContainerImage(NodeName node, String name, ImageName image) implements Assertion {

    static ContainerImage read(Arguments arguments) {
        return new ContainerImage(arguments.node(), arguments.containerName("name"), arguments.image("equals"));
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
        if (found.get().isOf(image, images)) {
            return Outcome.holds();
        }
        return Outcome.fails(
                "The container " + name + " was made from another image.",
                found.get().imageText(images));
    }

    @Override
    public String expected() {
        return image.toString();
    }
}

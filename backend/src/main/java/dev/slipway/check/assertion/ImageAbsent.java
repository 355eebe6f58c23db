package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.ImageName;
import dev.slipway.shared.NodeName;
import java.util.Set;

/** States that no image with this name exists. */
record ImageAbsent(NodeName node, ImageName name) implements Assertion {

    static ImageAbsent read(Arguments arguments) {
        return new ImageAbsent(arguments.node(), arguments.image("name", "the image's name"));
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(new FactNeed.Images(node));
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(
                facts.about(new FactNeed.Images(node)),
                images -> images.named(name).isEmpty()
                        ? Outcome.holds()
                        : Outcome.fails("The image " + name + " is still there.", "an image named " + name));
    }

    @Override
    public String expected() {
        return "no image named " + name;
    }
}

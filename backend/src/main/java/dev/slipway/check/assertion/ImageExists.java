package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.ImageName;
import dev.slipway.check.fact.ImagesFact;
import dev.slipway.shared.NodeName;
import java.util.Set;

/** States that an image with this name exists. */
record ImageExists(NodeName node, ImageName name) implements Assertion {

    static ImageExists read(Arguments arguments) {
        return new ImageExists(arguments.node(), arguments.image("name", "the image's name"));
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(new FactNeed.Images(node));
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(
                facts.about(new FactNeed.Images(node)),
                images -> images.named(name).isPresent() ? Outcome.holds() : missing(name, images));
    }

    /**
     * Returns the failure for a missing image. It lists the newest images first, so that an image that the learner has
     * just created under another name comes first.
     */
    static Outcome missing(ImageName name, ImagesFact images) {
        var names = images.images().stream().flatMap(i -> i.tags().stream()).toList();
        return Outcome.fails(
                "There is no image named " + name + ".",
                names.isEmpty() ? "no images" : "images: " + ContainerTexts.list(names));
    }

    @Override
    public String expected() {
        return "an image named " + name;
    }
}

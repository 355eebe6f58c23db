package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.ImageFact;
import dev.slipway.check.fact.ImageFact.Detail;
import dev.slipway.check.fact.ImageName;
import dev.slipway.shared.NodeName;
import java.util.Optional;
import java.util.Set;

/** The image was made by {@code docker commit} from a container of the base image. */
record ImageCommittedFrom(NodeName node, ImageName name, ImageName base) implements Assertion {

    static ImageCommittedFrom read(Arguments arguments) {
        return new ImageCommittedFrom(arguments.node(), arguments.image("name"), arguments.image("base"));
    }

    private FactNeed.Image image(ImageName of) {
        return new FactNeed.Image(node, of);
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(image(name), image(base), new FactNeed.Images(node));
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(
                facts.about(image(name)),
                found -> found.image().isPresent()
                        ? Outcome.of(
                                facts.about(image(base)),
                                from -> evaluate(found.image().get(), from))
                        : Outcome.of(
                                facts.about(new FactNeed.Images(node)), images -> ImageExists.missing(name, images)));
    }

    private Outcome evaluate(Detail image, ImageFact from) {
        if (from.image().map(Detail::id).equals(Optional.of(image.id()))) {
            return Outcome.fails(
                    name + " is only another name of " + base + ": nothing was committed.",
                    name + " and " + base + " are the same image");
        }
        if (!image.isCommit()) {
            return Outcome.fails(name + " was not made by docker commit.", name + " was built, pulled or loaded");
        }
        if (!isFrom(image, from)) {
            var parent = ImageName.parse(image.containerImage())
                    .map(ImageName::toString)
                    .orElse("another image");
            return Outcome.fails(
                    "The committed container was made from another image.",
                    name + " was committed from a container of " + parent);
        }
        return Outcome.holds();
    }

    /** By id, since a name may have moved; by name if the base is gone. */
    private boolean isFrom(Detail image, ImageFact from) {
        return from.image()
                .map(detail -> detail.id().equals(image.parent()))
                .orElseGet(() -> ImageName.parse(image.containerImage())
                        .filter(base::equals)
                        .isPresent());
    }

    @Override
    public String expected() {
        return name + " was committed from a container of " + base;
    }
}

package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.ImageFact;
import dev.slipway.check.fact.ImageFact.Detail;
import dev.slipway.check.fact.ImageName;
import dev.slipway.shared.NodeName;
import java.util.Optional;
import java.util.Set;

/** States that an image was created from a base image in a certain way. */
record ImageMadeFrom(NodeName node, ImageName name, ImageName base, Way way) implements Assertion {

    /** Ways to create an image. */
    enum Way {
        /** With {@code docker commit}, from a container of the base image. */
        COMMIT("was committed from a container of"),
        /** From a Dockerfile, with the classic builder or BuildKit. */
        BUILD("was built from"),
        /** In any way: the layers of the image begin with the layers of the base image. */
        ANY("stands on the layers of");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    static ImageMadeFrom read(Way way, Arguments arguments) {
        return new ImageMadeFrom(
                arguments.node(),
                arguments.image("name", "the image's name"),
                arguments.image("base", "the image that it must be made from"),
                way);
    }

    private FactNeed.Image image(ImageName of) {
        return new FactNeed.Image(node, of);
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return name.equals(base)
                ? Set.of(image(name), new FactNeed.Images(node))
                : Set.of(image(name), image(base), new FactNeed.Images(node));
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
                    name + " is only another name of " + base + ": nothing was "
                            + (way == Way.COMMIT ? "committed." : "built."),
                    name + " and " + base + " are the same image");
        }
        return switch (way) {
            case COMMIT -> committed(image, from);
            case BUILD -> built(image, from);
            case ANY -> stands(image, from);
        };
    }

    private Outcome committed(Detail image, ImageFact from) {
        if (!image.isCommit()) {
            return Outcome.fails(name + " was not made by docker commit.", name + " was built, pulled or loaded");
        }
        if (!isCommittedFrom(image, from)) {
            var parent = ImageName.parse(image.containerImage())
                    .map(ImageName::toString)
                    .orElse("another image");
            return Outcome.fails(
                    "The committed container was made from another image.",
                    name + " was committed from a container of " + parent);
        }
        return Outcome.holds();
    }

    /**
     * Compares the ids of the images, because a name can be moved to another image. Compares their names if the base
     * image no longer exists.
     */
    private boolean isCommittedFrom(Detail image, ImageFact from) {
        return from.image()
                .map(detail -> detail.id().equals(image.parent()))
                .orElseGet(() -> ImageName.parse(image.containerImage())
                        .filter(base::equals)
                        .isPresent());
    }

    private Outcome built(Detail image, ImageFact from) {
        if (image.isCommit()) {
            return Outcome.fails(name + " was not built from a Dockerfile.", name + " was committed from a container");
        }
        return image.isBuilt()
                ? stands(image, from)
                : Outcome.fails(name + " was not built from a Dockerfile.", name + " was pulled or loaded");
    }

    private Outcome stands(Detail image, ImageFact from) {
        if (from.image().isEmpty()) {
            return new Outcome.Unknown(
                    "The image " + base + " is not on " + node + ", so nothing can be compared with it.");
        }
        return image.standsOn(from.image().get())
                ? Outcome.holds()
                : Outcome.fails(
                        name + " was made from another image.", name + " does not begin with the layers of " + base);
    }

    @Override
    public String expected() {
        return name + " " + way.words + " " + base;
    }
}

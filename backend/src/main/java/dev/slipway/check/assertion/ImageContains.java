package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.FileFact;
import dev.slipway.check.fact.ImageName;
import dev.slipway.shared.NodeName;
import java.util.Set;

/** States that an image has a file or folder at this path and, if a text is given, that the file contains the text. */
record ImageContains(NodeName node, ImageName name, ExpectedFile wish) implements Assertion {

    static ImageContains read(Arguments arguments) {
        return new ImageContains(
                arguments.node(),
                arguments.image("name", "the image's name"),
                new ExpectedFile(
                        arguments.required("path", Shape.PATH, "where to look in the image"),
                        ExpectedValue.text(arguments.optional("text", Shape.TEXT, "a text that must be in the file"))));
    }

    private FactNeed.ImageFile file() {
        return new FactNeed.ImageFile(node, name, wish.path());
    }

    private String place() {
        return "in the image " + name;
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(file(), new FactNeed.Images(node));
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(
                facts.about(file()),
                file -> file.kind() == FileFact.Kind.NO_SUBJECT
                        ? Outcome.of(
                                facts.about(new FactNeed.Images(node)), images -> ImageExists.missing(name, images))
                        : wish.evaluate(file, place()));
    }

    @Override
    public String expected() {
        return wish.expected(place());
    }
}

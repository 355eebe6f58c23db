package dev.slipway.check.assertion;

import dev.slipway.check.fact.ContainersFact;
import dev.slipway.check.fact.ContainersFact.Container;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.ImageName;
import dev.slipway.check.fact.ImagesFact;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Selects the containers that an assertion is about: the containers with the given name and the given image, or all
 * containers if neither is given.
 */
record Subject(Optional<String> name, Optional<ImageName> image) {

    /** Reads a name, an image, or both, and reports a problem if neither is given. */
    static Subject readOne(Arguments arguments) {
        var subject = read(arguments);
        arguments.oneNeeded("name", "image");
        return subject;
    }

    static Subject read(Arguments arguments) {
        return new Subject(
                arguments.optional("name", Shape.CONTAINER, "the container's name"),
                arguments.optionalImage("image", "the image that the container was made from"));
    }

    Set<FactNeed<?>> needs(NodeName node) {
        return Set.of(new FactNeed.Containers(node), new FactNeed.Images(node));
    }

    /**
     * Evaluates the selected containers with a function; if the facts about containers could not be gathered, returns
     * an outcome that says so.
     */
    Outcome judge(NodeName node, Facts facts, Function<Found, Outcome> judge) {
        return Outcome.of(
                facts.about(new FactNeed.Containers(node)),
                containers -> Outcome.of(
                        facts.about(new FactNeed.Images(node)),
                        images -> judge.apply(new Found(select(containers, images), containers, images))));
    }

    /** Returns the sentence that a learner reads if no container is selected. */
    String missing() {
        return "There is " + none() + ".";
    }

    /** Returns a text such as "no container named web". */
    String none() {
        return "no " + toString().substring("a ".length());
    }

    /** The selected containers, with all containers and images of the node. */
    record Found(List<Container> selected, ContainersFact all, ImagesFact images) {
        Found {
            selected = List.copyOf(selected);
        }

        List<Container> running() {
            return selected.stream().filter(Container::isRunning).toList();
        }

        String everything() {
            return ContainerTexts.all(all);
        }
    }

    private List<Container> select(ContainersFact containers, ImagesFact images) {
        return containers.containers().stream()
                .filter(c -> name.isEmpty() || name.get().equals(c.name()))
                .filter(c -> image.isEmpty() || c.isOf(image.get(), images))
                .toList();
    }

    /** Returns a text such as "a container named web". */
    @Override
    public String toString() {
        return "a container" + name.map(n -> " named " + n).orElse("")
                + image.map(i -> " of " + i).orElse("");
    }
}

package dev.slipway.check.assertion;

import dev.slipway.check.fact.ContainersFact;
import dev.slipway.check.fact.ContainersFact.Container;
import java.util.List;
import java.util.stream.Collectors;

/** Texts for learners about containers. */
final class ContainerTexts {
    /** Maximum number of names that a text lists. A longer list does not help a reader. */
    static final int MAX_NAMES = 8;

    private ContainerTexts() {}

    static String missing(String name) {
        return "There is no container named " + name + ".";
    }

    static String all(ContainersFact containers) {
        var names = containers.containers().stream().map(Container::name).toList();
        return names.isEmpty() ? "no containers" : "containers: " + list(names);
    }

    static String states(List<Container> containers) {
        return list(containers.stream().map(c -> c.name() + " is " + c.state()).toList());
    }

    static String list(List<String> names) {
        var shown = names.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
        return names.size() > MAX_NAMES ? shown + " and " + (names.size() - MAX_NAMES) + " more" : shown;
    }
}

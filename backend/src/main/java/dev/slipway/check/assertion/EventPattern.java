package dev.slipway.check.assertion;

import dev.slipway.check.fact.EventsFact.Event;
import dev.slipway.check.fact.ImageName;
import java.util.Optional;
import java.util.Set;

/** Selects events of a node engine by their type, action, name and image. */
record EventPattern(String type, String action, Optional<String> name, Optional<ImageName> image) {
    static final Set<String> TYPES = Set.of(
            "builder",
            "config",
            "container",
            "daemon",
            "image",
            "network",
            "node",
            "plugin",
            "secret",
            "service",
            "volume");

    static EventPattern read(Arguments arguments) {
        return new EventPattern(
                arguments.required("type", Shape.oneOf(TYPES), "what it happened to"),
                arguments.required("action", Shape.TEXT, "what happened, as `docker events` says it"),
                arguments.optional("name", Shape.TEXT, "the name of what it happened to"),
                arguments.optionalImage("image", "the image of the container that it happened to"));
    }

    boolean matches(Event event) {
        return event.type().equals(type)
                && event.action().equals(action)
                && name.map(n -> nameMatches(n, event)).orElse(true)
                && image.map(i ->
                                ImageName.parse(event.image()).filter(i::equals).isPresent())
                        .orElse(true);
    }

    /**
     * Returns whether the name matches. The name in an image event is the name of an image, which can be written in
     * several ways.
     */
    private boolean nameMatches(String wanted, Event event) {
        if (!type.equals("image")) {
            return event.name().equals(wanted);
        }
        var meant = ImageName.parse(wanted);
        return meant.isPresent() && meant.equals(ImageName.parse(event.name()));
    }

    @Override
    public String toString() {
        return type + " " + action + name.map(n -> " " + n).orElse("")
                + image.map(i -> " of " + i).orElse("");
    }
}

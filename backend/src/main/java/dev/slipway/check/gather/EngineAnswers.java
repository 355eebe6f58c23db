package dev.slipway.check.gather;

import dev.slipway.check.fact.ContainersFact;
import dev.slipway.check.fact.ContainersFact.Container;
import dev.slipway.check.fact.ContainersFact.Port;
import dev.slipway.check.fact.EventsFact.Event;
import dev.slipway.check.fact.ImageFact;
import dev.slipway.check.fact.ImagesFact;
import dev.slipway.check.fact.ImagesFact.Image;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Takes from a node engine's answers what checks know about, and nothing else: settings and environments may hold what
 * a learner would not like to be kept. Fields that are missing read as empty.
 */
final class EngineAnswers {
    /** Longer texts are nobody's name. */
    private static final int MAX_TEXT = 300;

    private static final Pattern EXITED = Pattern.compile("Exited \\(([0-9]{1,9})\\)");
    private static final long NANOS = 1_000_000_000L;

    private EngineAnswers() {}

    /** {@code GET /containers/json?all=1}, which lists the newest first. */
    static ContainersFact containers(JsonNode list) {
        return new ContainersFact(list.values().stream()
                .map(c -> new Container(
                        name(c.path("Names")),
                        text(c, "Image"),
                        text(c, "ImageID"),
                        text(c, "State"),
                        exitCode(text(c, "Status")),
                        ports(c)))
                .toList());
    }

    /** The list has it in a text for people alone, which has been the same since the first Docker. */
    private static Optional<Integer> exitCode(String status) {
        var matcher = EXITED.matcher(status);
        return matcher.lookingAt() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    }

    /** A container linked to others has several names; its own has no second slash. */
    private static String name(JsonNode names) {
        return names.values().stream()
                .map(name -> name.asString("").replaceFirst("^/", ""))
                .min(Comparator.comparing(name -> name.contains("/")))
                .orElse("");
    }

    /** Once per address family in the engine's words, once in ours. */
    private static List<Port> ports(JsonNode container) {
        return container.path("Ports").values().stream()
                .filter(port -> port.path("PublicPort").asInt(0) > 0)
                .map(port -> new Port(
                        port.path("PublicPort").asInt(0),
                        port.path("PrivatePort").asInt(0),
                        text(port, "Type")))
                .distinct()
                .sorted(Comparator.comparingInt(Port::host))
                .toList();
    }

    /** {@code GET /images/json}; untagged ones are left out. */
    static ImagesFact images(JsonNode list) {
        return new ImagesFact(list.values().stream()
                .sorted(Comparator.comparingLong(
                                (JsonNode image) -> image.path("Created").asLong(0))
                        .reversed())
                .map(image -> new Image(text(image, "Id"), tags(image)))
                .filter(image -> !image.tags().isEmpty())
                .toList());
    }

    private static List<String> tags(JsonNode image) {
        return texts(image.path("RepoTags"))
                .filter(tag -> !tag.contains("<none>"))
                .toList();
    }

    /** {@code GET /images/{name}/json} and {@code GET /images/{name}/history}. */
    static ImageFact image(JsonNode image, JsonNode history) {
        return new ImageFact(Optional.of(new ImageFact.Detail(
                text(image, "Id"),
                text(image, "Parent"),
                text(image, "Container"),
                text(image.path("ContainerConfig"), "Image"),
                text(image.path("Config"), "Hostname"),
                text(history.path(0), "CreatedBy"),
                text(history.path(0), "Comment"),
                texts(image.path("RootFS").path("Layers")).toList())));
    }

    /** One line of {@code GET /events}. */
    static Event event(JsonNode event) {
        var nanos = event.path("timeNano").asLong(0);
        var attributes = event.path("Actor").path("Attributes");
        var type = text(event, "Type");
        return new Event(
                Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS),
                type,
                action(text(event, "Action")),
                text(event.path("Actor"), "ID"),
                text(attributes, "name"),
                type.equals("container") ? text(attributes, "image") : "",
                Optional.of(attributes.path("exitCode"))
                        .filter(code -> !code.isMissingNode())
                        .map(code -> code.asInt(0)));
    }

    /** The engine adds the command to {@code exec_create} and {@code exec_start}, which is nobody's business. */
    private static String action(String action) {
        var colon = action.indexOf(':');
        return action.startsWith("exec_") && colon > 0 ? action.substring(0, colon) : action;
    }

    private static String text(JsonNode node, String field) {
        return cut(node.path(field).asString(""));
    }

    private static Stream<String> texts(JsonNode list) {
        return list.values().stream().map(node -> cut(node.asString("")));
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}

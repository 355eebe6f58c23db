package dev.slipway.check.gather;

import dev.slipway.check.fact.ContainersFact;
import dev.slipway.check.fact.ContainersFact.Container;
import dev.slipway.check.fact.ContainersFact.Port;
import dev.slipway.check.fact.EventsFact.Event;
import dev.slipway.check.fact.ImageFact;
import dev.slipway.check.fact.ImagesFact;
import dev.slipway.check.fact.ImagesFact.Image;
import dev.slipway.sandbox.NodeEvent;
import dev.slipway.sandbox.json.JsonMask;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads from a node engine's responses only the fields that checks use, because settings and environment variables can
 * contain private data of the learner. Missing fields are read as empty.
 */
final class EngineAnswers {
    /** Maximum number of characters of a text that are kept. No name is longer than this. */
    private static final int MAX_TEXT = 300;

    private static final Pattern EXITED = Pattern.compile("Exited \\(([0-9]{1,9})\\)");
    private static final Pattern EXIT_CODE = Pattern.compile("[0-9]{1,9}");

    /** The fields that {@link #containers} reads from the response; the masks below are for the other methods. */
    static final JsonMask CONTAINERS = JsonMask.of(
            "/Names",
            "/Image",
            "/ImageID",
            "/State",
            "/Status",
            "/Ports/PublicPort",
            "/Ports/PrivatePort",
            "/Ports/Type");

    static final JsonMask IMAGES = JsonMask.of("/Id", "/Created", "/RepoTags");
    static final JsonMask IMAGE =
            JsonMask.of("/Id", "/Parent", "/Container", "/ContainerConfig/Image", "/Config/Hostname", "/RootFS/Layers");
    static final JsonMask HISTORY = JsonMask.of("/CreatedBy", "/Comment");

    private EngineAnswers() {}

    /** Reads {@code GET /containers/json?all=1}, which lists the newest containers first. */
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

    /**
     * Reads the exit code from the status text, because the list of containers contains the exit code nowhere else. The
     * text has had this form since the first version of Docker.
     */
    private static Optional<Integer> exitCode(String status) {
        var matcher = EXITED.matcher(status);
        return matcher.lookingAt() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    }

    /**
     * Returns the container's own name. A container to which other containers link has several names; only its own name
     * has no second slash.
     */
    private static String name(JsonNode names) {
        return names.values().stream()
                .map(name -> name.asString("").replaceFirst("^/", ""))
                .min(Comparator.comparing(name -> name.contains("/")))
                .orElse("");
    }

    /** Returns each published port once, although the engine lists a port once per address family. */
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

    /** Reads {@code GET /images/json}; leaves out untagged images. */
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

    /** Reads {@code GET /images/{name}/json} and {@code GET /images/{name}/history}. */
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

    static Event event(NodeEvent event) {
        return new Event(
                event.at(),
                event.type(),
                action(event.action()),
                event.id(),
                event.attribute("name"),
                event.type().equals("container") ? event.attribute("image") : "",
                number(event.attribute("exitCode")));
    }

    private static Optional<Integer> number(String text) {
        return EXIT_CODE.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /**
     * Removes the command that the engine adds to {@code exec_create} and {@code exec_start}, because the command can
     * contain private data.
     */
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

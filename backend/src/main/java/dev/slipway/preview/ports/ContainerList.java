package dev.slipway.preview.ports;

import dev.slipway.preview.OpenPort;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.sandbox.json.BoundedJson;
import dev.slipway.sandbox.json.JsonMask;
import dev.slipway.sandbox.json.MemoryBudget;
import dev.slipway.shared.NodeName;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Ports in an engine's list of running containers. The learner controls the engine, so the list may contain anything.
 *
 * @param published the published ports; a port that is bound to several addresses appears several times
 * @param onHostNetwork names of the containers that use the node's own network, by container id
 */
record ContainerList(List<OpenPort> published, Map<String, String> onHostNetwork) {
    static final ContainerList NONE = new ContainerList(List.of(), Map.of());

    private static final int MAX_NAME = 64;

    /**
     * Maximum number of containers on the node's own network, because each requires a search through the node's
     * processes.
     */
    private static final int MAX_ON_HOST_NETWORK = 16;

    /** Addresses that include the node's loopback address, at which the platform dials ports. */
    private static final Set<String> REACHABLE = Set.of("", "0.0.0.0", "::", "127.0.0.1", "::1");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    /** Maximum size of the list in bytes: enough for some hundred containers. */
    private static final int LIST_LIMIT = 1024 * 1024;

    private static final JsonMask FIELDS = JsonMask.of(
            "/Id", "/Names", "/Ports/IP", "/Ports/PublicPort", "/Ports/Type", "/NetworkSettings/Networks/host");

    ContainerList {
        published = List.copyOf(published);
        onHostNetwork = Map.copyOf(onHostNetwork);
    }

    /** Reads the list. Throws an {@link IOException} if the list is not JSON or exceeds a limit. */
    static ContainerList read(NodeName node, InputStream body, MemoryBudget.Share share) throws IOException {
        var list = BoundedJson.read(body, LIST_LIMIT, FIELDS, share);
        var published = list.valueStream()
                .flatMap(container -> container
                        .path("Ports")
                        .valueStream()
                        .filter(ContainerList::isReachable)
                        .map(port -> new OpenPort(node, port.path("PublicPort").intValue(), name(container), true)))
                .toList();
        var onHostNetwork = list.valueStream()
                .filter(ContainerList::isOnHostNetwork)
                .limit(MAX_ON_HOST_NETWORK)
                .collect(Collectors.toMap(ContainerList::id, ContainerList::name, (first, _) -> first));
        return new ContainerList(published, onHostNetwork);
    }

    private static boolean isReachable(JsonNode port) {
        var number = port.path("PublicPort");
        return number.isInt()
                && PreviewTarget.isPort(number.intValue())
                && port.path("Type").asString("").equals("tcp")
                && REACHABLE.contains(port.path("IP").asString(""));
    }

    private static boolean isOnHostNetwork(JsonNode container) {
        return container.path("NetworkSettings").path("Networks").has("host")
                && ID.matcher(id(container)).matches();
    }

    private static String id(JsonNode container) {
        return container.path("Id").asString("");
    }

    private static String name(JsonNode container) {
        var name = container.path("Names").path(0).asString("").replaceFirst("^/", "");
        return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    }
}

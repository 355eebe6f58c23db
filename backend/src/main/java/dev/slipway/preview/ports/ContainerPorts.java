package dev.slipway.preview.ports;

import dev.slipway.engine.json.BoundedJson;
import dev.slipway.engine.json.JsonMask;
import dev.slipway.engine.json.MemoryBudget;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.preview.PublishedPort;
import dev.slipway.shared.NodeName;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads an engine's list of containers. The engine is the learner's, so anything may stand there. */
final class ContainerPorts {
    /** A window full of buttons; any other port has the question. */
    private static final int MAX_PORTS = 128;

    private static final int MAX_NAME = 64;

    /** Addresses that include the node's own loopback, where ports are dialled. */
    private static final Set<String> REACHABLE = Set.of("", "0.0.0.0", "::", "127.0.0.1", "::1");

    /** Some hundred containers. */
    private static final int LIST_LIMIT = 1024 * 1024;

    private static final JsonMask FIELDS = JsonMask.of("/Names", "/Ports/IP", "/Ports/PublicPort", "/Ports/Type");

    private ContainerPorts() {}

    /** Throws an {@link IOException} if this is no JSON, or more than can be read. */
    static List<PublishedPort> read(NodeName node, InputStream body, MemoryBudget.Share share) throws IOException {
        var byNumber = BoundedJson.read(body, LIST_LIMIT, FIELDS, share)
                .valueStream()
                .flatMap(container -> container
                        .path("Ports")
                        .valueStream()
                        .filter(ContainerPorts::isReachable)
                        .map(port ->
                                new PublishedPort(node, port.path("PublicPort").intValue(), name(container))))
                .collect(Collectors.toMap(PublishedPort::number, Function.identity(), (first, _) -> first));
        return new TreeSet<>(byNumber.values()).stream().limit(MAX_PORTS).toList();
    }

    private static boolean isReachable(JsonNode port) {
        var number = port.path("PublicPort");
        return number.isInt()
                && PreviewTarget.isPort(number.intValue())
                && port.path("Type").asString("").equals("tcp")
                && REACHABLE.contains(port.path("IP").asString(""));
    }

    private static String name(JsonNode container) {
        var name = container.path("Names").path(0).asString("").replaceFirst("^/", "");
        return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
    }
}

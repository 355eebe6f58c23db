package dev.slipway.preview.ports;

import dev.slipway.preview.OpenPort;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeHandle;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the ports on which containers on the node's own network listen. The engine does not know these ports, so a
 * command in the node prints the node's listening sockets (see proc_net_tcp in the kernel's documentation) and then,
 * for each container, the sockets of the processes whose control group names the container. Other listening sockets of
 * the node, such as the engine's own, are not offered. The learner is root in the node, so the output may be anything.
 */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    /** Seconds after which the node kills the command. The command usually takes some 50 ms. */
    private static final String SECONDS = "5";

    /** Timeout of the platform for the command: longer than the command takes, even on a busy machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    /** Maximum output of the command in bytes: enough for some thousand sockets. */
    private static final int OUTPUT_LIMIT = 128 * 1024;

    private static final String PRINT = """
            awk '$4 == "0A" { print "listens", $2, $10 }' /proc/net/tcp /proc/net/tcp6
            for id; do
              echo "container $id"
              ls -l /dev/null $(grep -ls "$id" /proc/[0-9]*/cgroup | sed 's/cgroup$/fd/') | grep -o 'socket:\\[[0-9]*'
            done 2> /dev/null
            """;

    /** An address and a port in hexadecimal, and the socket's number. */
    private static final Pattern LISTENS = Pattern.compile("listens ([0-9A-F]{8,32}):([0-9A-F]{4}) ([0-9]+)");

    /**
     * Addresses that include the node's loopback address: the unspecified and the loopback address, each as IPv4, as
     * IPv6, and as IPv4 mapped to IPv6.
     */
    private static final Set<String> REACHABLE = Set.of(
            "00000000",
            "0100007F",
            "00000000000000000000000000000000",
            "00000000000000000000000001000000",
            "0000000000000000FFFF000000000000",
            "0000000000000000FFFF00000100007F");

    private static final String SOCKET = "socket:[";
    private static final String CONTAINER = "container ";

    private final NodeHandle handle;
    private final SandboxId sandbox;
    private final NodeName node;

    Listeners(NodeHandle handle, SandboxId sandbox, NodeName node) {
        this.handle = handle;
        this.sandbox = sandbox;
        this.node = node;
    }

    /**
     * Returns the ports on which these containers listen. Returns no ports if the command fails.
     *
     * @param containers names by ids
     * @throws dev.slipway.shared.UserFacingException if the sandbox is not ready
     */
    List<OpenPort> of(Map<String, String> containers) {
        if (containers.isEmpty()) {
            return List.of();
        }
        try {
            var result = handle.run(command(containers.keySet()), TIMEOUT, OUTPUT_LIMIT);
            return read(node, result.output(), containers);
        } catch (NodeException e) {
            LOG.debug("listening ports unknown sandbox={} node={}", sandbox, node, e);
            return List.of();
        }
    }

    /** Returns the command whose output {@link #read} reads. */
    static StreamRequest.Command command(Set<String> containers) {
        var words = Stream.of("timeout", "-k", "1", SECONDS, "/bin/sh", "-c", PRINT, "listeners");
        return new StreamRequest.Command(
                Stream.concat(words, containers.stream().sorted()).toList());
    }

    /** @param containers names by ids; output about any other container is ignored */
    static List<OpenPort> read(NodeName node, String printed, Map<String, String> containers) {
        var portBySocket = new HashMap<String, Integer>();
        var ports = new ArrayList<OpenPort>();
        String container = null;
        for (var line : printed.lines().toList()) {
            var listens = LISTENS.matcher(line);
            if (listens.matches() && REACHABLE.contains(listens.group(1))) {
                portBySocket.put(listens.group(3), Integer.parseInt(listens.group(2), 16));
            } else if (line.startsWith(CONTAINER)) {
                container = containers.get(line.substring(CONTAINER.length()));
            } else if (line.startsWith(SOCKET) && container != null) {
                var port = portBySocket.get(line.substring(SOCKET.length()));
                if (port != null && PreviewTarget.isPort(port)) {
                    ports.add(new OpenPort(node, port, container, false));
                }
            }
        }
        return List.copyOf(ports);
    }
}

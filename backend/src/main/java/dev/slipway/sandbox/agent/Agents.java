package dev.slipway.sandbox.agent;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.support.Deadline;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to the agents of all nodes. An agent connects by itself; if none does, for instance because the learner
 * has ended it, the platform starts one with {@code docker exec}. Thread-safe.
 */
public final class Agents implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Agents.class);

    /** Folder of the host engine's container in which the run folder of the platform is mounted. */
    private static final String FOLDER_IN_ENGINE = "/run/slipway/agents/";

    private static final String PROGRAM = "/usr/local/bin/slipway-agent";

    /** How long starting an agent and reading its first frame may take. */
    private static final Duration START = Duration.ofSeconds(10);

    private final ContainerEngine engine;
    private final AgentProperties properties;
    private final Path folder;
    private final ReceiveMemory memory;
    private final Map<String, NodeSocket> sockets = new ConcurrentHashMap<>();

    Agents(ContainerEngine engine, AgentProperties properties) {
        this.engine = engine;
        this.properties = properties;
        this.folder = properties.folder();
        this.memory = new ReceiveMemory(properties.memory());
    }

    /**
     * Begins to listen for the agent of a node that is about to be created.
     *
     * @return the folder with the node's socket, as the host engine sees it
     * @throws NodeException if the platform cannot create the socket
     */
    public String listen(String container) {
        socket(container);
        return FOLDER_IN_ENGINE + container;
    }

    /** Ends the connection to a node that was removed, and removes its socket. */
    public void forget(String container) {
        var socket = sockets.remove(container);
        if (socket != null) {
            socket.close();
        }
        NodeSocket.remove(folder.resolve(container));
    }

    private NodeSocket socket(String container) {
        return sockets.computeIfAbsent(container, this::newSocket);
    }

    private NodeSocket newSocket(String container) {
        try {
            return NodeSocket.listening(
                    container, folder.resolve(container), transport -> welcome(container, transport));
        } catch (IOException e) {
            throw new NodeException(
                    Reason.UNREACHABLE, "the socket of " + container + " could not be created in " + folder, e);
        }
    }

    private AgentConnection welcome(String container, AgentTransport transport) throws IOException {
        return AgentConnection.welcome(container, transport, memory, new FrameRate(properties.frameRate()));
    }

    /**
     * Waits until the engine of a node answers.
     *
     * @throws NodeException if it does not answer in time
     */
    public void awaitEngine(String container, Duration timeout) {
        connection(container, timeout).awaitReady(timeout);
    }

    /**
     * Returns the connection to a node's agent.
     *
     * @throws NodeException if no agent runs in the node and none can be started
     */
    AgentConnection connection(String container) {
        return connection(container, properties.connectTime());
    }

    private AgentConnection connection(String container, Duration patience) {
        var socket = socket(container);
        return socket.await(patience).orElseGet(() -> started(container, socket));
    }

    /** Two threads may start an agent each; the later replaces the earlier. */
    private AgentConnection started(String container, NodeSocket socket) {
        log.info("agent started by the platform node={}", container);
        try {
            var transport = new ExecTransport(engine.open(container, ExecSpec.command(PROGRAM, "--stdio")));
            var connection = greeted(container, transport);
            socket.replace(connection);
            return connection;
        } catch (EngineException e) {
            throw new NodeException(Reason.UNREACHABLE, "no agent could be started in " + container, e);
        }
    }

    private AgentConnection greeted(String container, ExecTransport transport) {
        try (var _ = Deadline.closing(transport, START)) {
            return welcome(container, transport);
        } catch (IOException e) {
            transport.close();
            throw new NodeException(
                    Reason.UNREACHABLE,
                    "the node " + container + " has no working agent. A reset of the machine brings it back.",
                    e);
        }
    }

    /** Returns how long an agent may take to open a shell. */
    Duration answerTime() {
        return properties.answerTime();
    }

    /** Ends all connections. The nodes keep their sockets' folders. */
    @Override
    public void close() {
        sockets.values().forEach(NodeSocket::close);
    }
}

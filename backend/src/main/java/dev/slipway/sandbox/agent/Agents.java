package dev.slipway.sandbox.agent;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.support.Remaining;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

    private final ContainerEngine engine;
    private final AgentProperties properties;
    private final Path folder;
    private final ReceiveMemory memory;
    private final Map<String, NodeSocket> sockets = new ConcurrentHashMap<>();

    Agents(ContainerEngine engine, AgentProperties properties) {
        this.engine = engine;
        this.properties = properties;
        this.folder = properties.folder();
        this.memory = new ReceiveMemory(properties.memory().toBytes());
    }

    /**
     * Creates the socket of a node.
     *
     * @throws NodeException if the platform cannot create it
     */
    public void prepare(String container) {
        socket(container);
    }

    /**
     * Begins to listen for the agent of a node that is about to be created, and ends the connection to an earlier node of
     * this name.
     *
     * @return the folder with the node's socket, as the host engine sees it
     * @throws NodeException if the platform cannot create the socket
     */
    public String listen(String container) {
        socket(container).disconnect();
        return FOLDER_IN_ENGINE + container;
    }

    /**
     * Ends the connections to nodes that were removed, and removes their sockets, also those of an earlier platform.
     *
     * @param prefix first part of the names of all these nodes' containers
     */
    public void forgetAll(String prefix) {
        sockets.entrySet().removeIf(entry -> {
            var isGone = entry.getKey().startsWith(prefix);
            if (isGone) {
                entry.getValue().close();
            }
            return isGone;
        });
        try (var folders = Files.newDirectoryStream(folder, prefix + "*")) {
            folders.forEach(NodeSocket::remove);
        } catch (NoSuchFileException none) {
            log.debug("no node has a socket folder={}", folder);
        } catch (IOException e) {
            log.warn("folders of removed nodes not found folder={} cause={}", folder, e.toString());
        }
    }

    /** Excuses an agent from reading and answering, because its node is about to be paused. */
    public void rest(String container) {
        Optional.ofNullable(sockets.get(container))
                .ifPresent(socket -> socket.rest().begin());
    }

    /** Expects an agent to read and to answer again, because its node was resumed. */
    public void wake(String container) {
        Optional.ofNullable(sockets.get(container))
                .ifPresent(socket -> socket.rest().end());
    }

    private NodeSocket socket(String container) {
        return sockets.computeIfAbsent(container, this::newSocket);
    }

    private NodeSocket newSocket(String container) {
        var share = memory.share();
        var rate = new FrameRate(properties.frameRate());
        var rest = new Rest();
        try {
            return NodeSocket.listening(
                    container,
                    folder.resolve(container),
                    rest,
                    transport -> AgentConnection.welcome(container, transport, share, rate, rest));
        } catch (IOException e) {
            throw new NodeException(
                    Reason.UNREACHABLE, "the socket of " + container + " could not be created in " + folder, e);
        }
    }

    /**
     * Waits until the engine of a node answers. The agent may connect again meanwhile.
     *
     * @throws NodeException if it does not answer in time
     */
    public void awaitEngine(String container, Duration timeout) {
        var remaining = Remaining.of(timeout);
        // The rest of the time is for an agent that the platform starts, if the node's own one does not connect.
        var patience = timeout.dividedBy(2);
        while (!connection(container, patience).isReadyWithin(remaining.time())) {
            log.debug("agent lost before the node's engine answered node={}", container);
        }
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
        return socket(container).connection(patience, () -> start(container));
    }

    private AgentTransport start(String container) {
        try {
            return new ExecTransport(engine.open(container, ExecSpec.command(PROGRAM, "--stdio")));
        } catch (EngineException e) {
            throw new NodeException(Reason.UNREACHABLE, "no agent could be started in " + container, e);
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

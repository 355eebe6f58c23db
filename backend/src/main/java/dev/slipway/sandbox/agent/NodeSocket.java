package dev.slipway.sandbox.agent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.engine.support.Deadline;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unix socket to which the agent of one node connects, in a folder that only this node mounts. Connections come in
 * one after the other and at a limited rate, so a node that opens thousands of them only keeps its own agent waiting.
 */
final class NodeSocket implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NodeSocket.class);

    /** How long an agent may take to send its first frame. */
    private static final Duration HELLO = Duration.ofSeconds(2);

    /** How long an agent that the platform starts may take to send its first frame. */
    private static final Duration START = Duration.ofSeconds(5);

    /** How long the platform does not start another agent after it has failed to. */
    private static final Duration FAILURE = Duration.ofSeconds(10);

    private static final int CONNECTIONS_PER_SECOND = 5;
    private static final int BACKLOG = 16;
    private static final String SOCKET = "agent.sock";

    private final String node;
    private final ServerSocketChannel server;
    private final Rest rest;
    private final Welcome welcome;
    private final ReentrantLock starting = new ReentrantLock();
    private volatile long failed = System.nanoTime() - FAILURE.toNanos();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition connected = lock.newCondition();
    private final Bucket rate = Bucket.builder()
            .addLimit(limit -> limit.capacity(4L * CONNECTIONS_PER_SECOND)
                    .refillGreedy(CONNECTIONS_PER_SECOND, Duration.ofSeconds(1)))
            .build();

    @GuardedBy("lock")
    private @Nullable AgentConnection current;

    /** Makes a connection of a transport whose first frame has to be read. */
    interface Welcome {
        AgentConnection read(AgentTransport transport) throws IOException;
    }

    private NodeSocket(String node, ServerSocketChannel server, Rest rest, Welcome welcome) {
        this.node = node;
        this.rest = rest;
        this.server = server;
        this.welcome = welcome;
    }

    /**
     * Creates the folder with the socket and begins to listen. An earlier platform may have left both.
     *
     * @throws IOException if the folder or the socket cannot be created, for instance because its path is too long
     */
    static NodeSocket listening(String node, Path folder, Rest rest, Welcome welcome) throws IOException {
        Files.createDirectories(folder);
        // Root in the node is another user here: it has to find the socket and to write to it, and must not replace it.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var path = folder.resolve(SOCKET);
        Files.deleteIfExists(path);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path), BACKLOG);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        var socket = new NodeSocket(node, server, rest, welcome);
        Thread.ofVirtual().name("agent-accept-" + node).start(socket::accept);
        return socket;
    }

    private void accept() {
        try {
            while (server.isOpen()) {
                rate.asBlocking().consume(1);
                acceptOne();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure, such as too many open files, concerns one connection; the rate above limits how often it is tried. */
    private void acceptOne() {
        try {
            greet(server.accept());
        } catch (IOException | RuntimeException failed) {
            log.debug("connection of an agent not accepted node={} cause={}", node, failed.toString());
        }
    }

    private void greet(SocketChannel channel) {
        var transport = new SocketTransport(channel);
        try (var _ = Deadline.closing(transport, HELLO)) {
            var connection = welcome.read(transport);
            replace(connection);
            log.debug("agent connected node={}", node);
        } catch (IOException refused) {
            log.debug("connection of an agent refused node={} cause={}", node, refused.toString());
            transport.close();
        }
    }

    /** Starts an agent in the node. */
    interface Starter {
        /** @throws NodeException if that is not possible */
        AgentTransport start();
    }

    /**
     * Returns the connection to the node's agent. If none connects in time, starts an agent; of several threads, one does
     * that.
     *
     * @throws NodeException if no agent runs in the node and none can be started
     */
    AgentConnection connection(Duration patience, Starter starter) {
        var there = await(patience);
        if (there.isPresent()) {
            return there.get();
        }
        if (System.nanoTime() - failed < FAILURE.toNanos() || !isTurnToStart(patience)) {
            throw noAgent(null);
        }
        try {
            return await(Duration.ZERO).orElseGet(() -> started(starter));
        } finally {
            starting.unlock();
        }
    }

    private boolean isTurnToStart(Duration patience) {
        try {
            return starting.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private AgentConnection started(Starter starter) {
        log.info("agent started by the platform node={}", node);
        try {
            var transport = starter.start();
            try (var _ = Deadline.closing(transport, START)) {
                return replaceUnlessOpen(welcome.read(transport));
            } catch (IOException e) {
                transport.close();
                throw noAgent(e);
            }
        } catch (NodeException e) {
            failed = System.nanoTime();
            throw e;
        }
    }

    private NodeException noAgent(@Nullable IOException cause) {
        return new NodeException(
                Reason.UNREACHABLE,
                "the node " + node + " has no working agent. A reset of the machine brings it back.",
                cause);
    }

    /** Keeps the node's own agent if it has connected meanwhile, with all its streams. */
    private AgentConnection replaceUnlessOpen(AgentConnection fresh) {
        var own = await(Duration.ZERO);
        if (own.isPresent()) {
            fresh.close();
            return own.get();
        }
        replace(fresh);
        return fresh;
    }

    /** Makes this the connection of the node, and serves it on another thread. */
    private void replace(AgentConnection connection) {
        AgentConnection earlier;
        lock.lock();
        try {
            earlier = current;
            current = connection;
            connected.signalAll();
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().name("agent-read-" + node).start(connection::serve);
        if (earlier != null) {
            earlier.close();
        }
    }

    /** Waits for a connection to the node's agent; empty if none comes in time. */
    Optional<AgentConnection> await(Duration timeout) {
        var left = timeout.toNanos();
        lock.lock();
        try {
            while (current == null || !current.isOpen()) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = connected.awaitNanos(left);
            }
            return Optional.of(current);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    Rest rest() {
        return rest;
    }

    /** Ends the connection. The folder stays, because the node has mounted it. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            log.warn("socket of a node not closed node={} cause={}", node, e.toString());
        }
        disconnect();
    }

    void disconnect() {
        await(Duration.ZERO).ifPresent(AgentConnection::close);
    }

    /** Removes the folder of a node that no longer exists. */
    static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(SOCKET));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            log.warn("folder of a node not removed folder={} cause={}", folder, e.toString());
        }
    }
}

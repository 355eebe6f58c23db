package dev.slipway.sandbox.agent;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connection to one agent, and its streams. One thread reads all frames; any thread may open streams and send. Locking:
 * {@code streams} guards the tables of streams, {@code writing} keeps frames whole; neither is held while the other is
 * taken.
 */
final class AgentConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AgentConnection.class);

    /** The only version that exists. */
    private static final int VERSION = 1;

    private static final int BUFFER = 64 * 1024;

    /** How long a write may wait for an agent that does not read. Meanwhile all other writes to its node wait, too. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String node;
    private final AgentTransport transport;
    private final DataInputStream input;
    private final ReceiveMemory memory;
    private final FrameRate rate;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock streams = new ReentrantLock();

    /** Time at which the current write began, as {@link System#nanoTime}; 0 if there is none. */
    private volatile long writingSince;

    @GuardedBy("streams")
    private final Map<Long, AgentStream> open = new HashMap<>();

    /** Numbers of streams that the platform has closed and the agent has not confirmed. */
    @GuardedBy("streams")
    private final Set<Long> closing = new HashSet<>();

    @GuardedBy("streams")
    private long last;

    @GuardedBy("streams")
    private boolean ended;

    private AgentConnection(
            String node, AgentTransport transport, DataInputStream input, ReceiveMemory memory, FrameRate rate) {
        this.node = node;
        this.transport = transport;
        this.input = input;
        this.memory = memory;
        this.rate = rate;
    }

    /**
     * Reads the agent's first frame and answers it. The caller limits the time.
     *
     * @throws IOException if the connection ends, or its other end is not an agent whose version the platform speaks
     */
    static AgentConnection welcome(String node, AgentTransport transport, ReceiveMemory memory, FrameRate rate)
            throws IOException {
        var input = new DataInputStream(new BufferedInputStream(transport.input(), BUFFER));
        if (!(AgentCodec.read(input).frame() instanceof AgentFrame.Hello(var oldest, var newest))) {
            throw new AgentProtocolException("the first frame is not Hello");
        }
        if (oldest > VERSION || newest < VERSION) {
            throw new AgentProtocolException("the agent speaks the versions " + oldest + " to " + newest);
        }
        transport.write(AgentCodec.encode(0, new AgentFrame.Welcome(VERSION)));
        return new AgentConnection(node, transport, input, memory, rate);
    }

    /** Reads and handles frames until the connection ends. */
    void serve() {
        var reason = "the connection to the node was lost";
        var watch = ForkJoinPool.commonPool()
                .scheduleWithFixedDelay(this::closeIfStalled, PATIENCE.toMillis(), PATIENCE.toMillis(), MILLISECONDS);
        try {
            while (true) {
                rate.pass();
                receive(AgentCodec.read(input));
            }
        } catch (AgentProtocolException wrong) {
            log.warn("agent broke the protocol node={} cause={}", node, wrong.getMessage());
            reason = "the node's agent broke the protocol";
        } catch (IOException lost) {
            log.debug("agent disconnected node={} cause={}", node, lost.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            watch.cancel(false);
            end(reason);
        }
    }

    private void closeIfStalled() {
        var since = writingSince;
        if (since != 0 && System.nanoTime() - since > PATIENCE.toNanos()) {
            log.info("agent does not read node={}", node);
            close();
        }
    }

    /** Writes a frame; blocks while the agent does not read, but not for long. */
    @GuardedBy("writing")
    private void write(ByteBuffer frame) throws IOException {
        writingSince = System.nanoTime();
        try {
            transport.write(frame);
        } finally {
            writingSince = 0;
        }
    }

    private void receive(AgentCodec.Addressed addressed) throws IOException {
        if (addressed.frame() instanceof AgentFrame.Ready) {
            ready.complete(null);
            return;
        }
        var stream = find(addressed);
        if (stream != null && stream.receive(addressed.frame())) {
            forget(stream);
        }
    }

    /** Returns the frame's stream; null if the platform has closed it and ignores what the agent has sent meanwhile. */
    private @Nullable AgentStream find(AgentCodec.Addressed addressed) throws AgentProtocolException {
        streams.lock();
        try {
            var stream = open.get(addressed.stream());
            if (stream != null) {
                return stream;
            }
            if (!closing.contains(addressed.stream())) {
                throw new AgentProtocolException("there is no stream " + addressed.stream());
            }
            if (addressed.frame() instanceof AgentFrame.Close
                    || addressed.frame() instanceof AgentFrame.Exit
                    || addressed.frame() instanceof AgentFrame.Refused) {
                closing.remove(addressed.stream());
            }
            return null;
        } finally {
            streams.unlock();
        }
    }

    private void forget(AgentStream stream) {
        streams.lock();
        try {
            open.remove(stream.number());
            // If the platform has closed the stream meanwhile, the agent does not answer that.
            closing.remove(stream.number());
        } finally {
            streams.unlock();
        }
    }

    /**
     * Waits until the node's engine answers.
     *
     * @throws NodeException if it does not answer in time
     */
    void awaitReady(Duration timeout) {
        try {
            ready.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new NodeException(Reason.TIMED_OUT, "the engine of " + node + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeException(Reason.UNREACHABLE, "interrupted while waiting for " + node, e);
        }
    }

    boolean isOpen() {
        streams.lock();
        try {
            return !ended;
        } finally {
            streams.unlock();
        }
    }

    /** Makes the object of a new stream. */
    interface Maker<T extends AgentStream> {
        T make(AgentConnection connection, long number, ReceiveMemory memory);
    }

    /**
     * Requests a stream. Does not wait for the answer.
     *
     * @throws NodeException if the connection has ended or too many streams are open
     */
    <T extends AgentStream> T open(AgentFrame.Target target, Maker<T> maker) {
        writing.lock();
        try {
            var stream = register(maker);
            write(AgentCodec.encode(stream.number(), new AgentFrame.Open(target)));
            return stream;
        } catch (IOException lost) {
            close();
            throw new NodeException(Reason.UNREACHABLE, "the connection to the node was lost", lost);
        } finally {
            writing.unlock();
        }
    }

    /** Numbers increase in the order in which they are sent, so the caller holds the lock for writing. */
    @GuardedBy("writing")
    private <T extends AgentStream> T register(Maker<T> maker) {
        streams.lock();
        try {
            if (ended) {
                throw new NodeException(Reason.UNREACHABLE, "the connection to the node was lost");
            }
            if (open.size() + closing.size() >= AgentFrame.MAX_STREAMS) {
                throw new NodeException(Reason.REFUSED, Codes.text(4));
            }
            last++;
            var stream = maker.make(this, last, memory);
            open.put(last, stream);
            return stream;
        } finally {
            streams.unlock();
        }
    }

    /**
     * Sends a frame, unless the stream has ended; blocks while the agent does not read.
     *
     * @return whether the stream is open
     * @throws IOException if the connection is lost
     */
    boolean send(long stream, AgentFrame.FromPlatform frame) throws IOException {
        var bytes = AgentCodec.encode(stream, frame);
        writing.lock();
        try {
            if (!isOpen(stream)) {
                return false;
            }
            write(bytes);
            return true;
        } finally {
            writing.unlock();
        }
    }

    private boolean isOpen(long stream) {
        streams.lock();
        try {
            return open.containsKey(stream);
        } finally {
            streams.unlock();
        }
    }

    /** Closes a stream, if it is still open. Notifies its users before it waits for the agent. */
    void close(AgentStream stream, String reason) {
        if (!isRemoved(stream)) {
            return;
        }
        stream.lost(reason);
        var frame = AgentCodec.encode(stream.number(), new AgentFrame.Close(Codes.CANCELLED));
        writing.lock();
        try {
            write(frame);
        } catch (IOException lost) {
            close();
        } finally {
            writing.unlock();
        }
    }

    private boolean isRemoved(AgentStream stream) {
        streams.lock();
        try {
            return open.remove(stream.number(), stream) && closing.add(stream.number());
        } finally {
            streams.unlock();
        }
    }

    private void end(String reason) {
        transport.close();
        List<AgentStream> lost;
        streams.lock();
        try {
            ended = true;
            lost = new ArrayList<>(open.values());
            open.clear();
            closing.clear();
        } finally {
            streams.unlock();
        }
        lost.forEach(stream -> stream.lost(reason));
        ready.completeExceptionally(new NodeException(Reason.UNREACHABLE, reason));
    }

    @Override
    public void close() {
        end("the connection to the node was closed");
    }
}

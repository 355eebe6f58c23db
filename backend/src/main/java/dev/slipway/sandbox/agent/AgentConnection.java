package dev.slipway.sandbox.agent;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Connection to one agent, and its streams. One thread reads all frames and one writes them; any thread may open streams
 * and send. Locking: {@code lock} guards the tables of streams. A frame is added to the outbox while it is held, so that
 * the agent receives the frames of a stream, and the numbers of new streams, in the order of the tables' changes.
 */
final class AgentConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AgentConnection.class);

    /** The only version that exists. */
    private static final int VERSION = 1;

    private static final int BUFFER = 64 * 1024;

    private static final String LOST = "the connection to the node was lost";

    /**
     * How long a write may wait for an agent that does not read, and a request for an agent that sends nothing.
     * Meanwhile all other streams of its node wait, too.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String node;
    private final AgentTransport transport;
    private final DataInputStream input;
    private final ReceiveMemory memory;
    private final FrameRate rate;
    private final Rest rest;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Outbox outbox;
    private final ReentrantLock lock = new ReentrantLock();

    /** Time of the agent's last frame, as {@link System#nanoTime}. */
    private volatile long heard = System.nanoTime();

    /** Time of the last ping; 0 if there was none. */
    private volatile long pinged;

    @GuardedBy("lock")
    private final Map<Long, AgentStream> open = new HashMap<>();

    /** Streams that the platform has closed and the agent has not confirmed, each with the time at which it was closed. */
    @GuardedBy("lock")
    private final Map<Long, Long> closing = new HashMap<>();

    @GuardedBy("lock")
    private long last;

    @GuardedBy("lock")
    private boolean ended;

    private AgentConnection(
            String node,
            AgentTransport transport,
            DataInputStream input,
            ReceiveMemory memory,
            FrameRate rate,
            Rest rest) {
        this.node = node;
        this.transport = transport;
        this.input = input;
        this.memory = memory;
        this.rate = rate;
        this.rest = rest;
        this.outbox = new Outbox(transport);
    }

    /**
     * Reads the agent's first frame and answers it. The caller limits the time.
     *
     * @throws IOException if the connection ends, or its other end is not an agent whose version the platform speaks
     */
    static AgentConnection welcome(
            String node, AgentTransport transport, ReceiveMemory memory, FrameRate rate, Rest rest) throws IOException {
        var input = new DataInputStream(new BufferedInputStream(transport.input(), BUFFER));
        if (!(AgentCodec.read(input).frame() instanceof AgentFrame.Hello(var oldest, var newest))) {
            throw new AgentProtocolException("the first frame is not Hello");
        }
        if (oldest > VERSION || newest < VERSION) {
            throw new AgentProtocolException("the agent speaks the versions " + oldest + " to " + newest);
        }
        transport.write(AgentCodec.encode(0, new AgentFrame.Welcome(VERSION)));
        return new AgentConnection(node, transport, input, memory, rate, rest);
    }

    /** Reads and handles frames until the connection ends, while another thread writes. */
    void serve() {
        Thread.ofVirtual().name("agent-write-" + node).start(this::write);
        var watch = ForkJoinPool.commonPool()
                .scheduleWithFixedDelay(this::watch, PATIENCE.toMillis(), PATIENCE.toMillis(), MILLISECONDS);
        var reason = LOST;
        try {
            while (true) {
                var next = AgentCodec.read(input);
                heard = System.nanoTime();
                rate.pass(next.frame());
                receive(next);
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

    private void write() {
        try {
            outbox.writeAll();
        } catch (IOException lost) {
            log.debug("agent disconnected node={} cause={}", node, lost.toString());
            end(LOST);
        }
    }

    /**
     * Ends the connection if the agent does not read, or does not answer at all. A request alone may rightly stay without
     * an answer, for instance if a port accepts no connection, so the platform then sends one that needs an answer.
     */
    private void watch() {
        if (rest.isOn()) {
            return;
        }
        if (outbox.isStalled(PATIENCE) || isDeaf()) {
            log.info("agent does not answer node={}", node);
            closeSoon();
        } else if (isSilent()) {
            ping();
        }
    }

    /** Returns whether the agent has sent nothing since a ping. */
    private boolean isDeaf() {
        return pinged != 0 && heard - pinged < 0 && System.nanoTime() - pinged > PATIENCE.toNanos() / 2;
    }

    private void ping() {
        pinged = System.nanoTime();
        try {
            open(new AgentFrame.Target.Shells(), (_, number, _) -> new AgentStream(this, number, memory, 0))
                    .close();
        } catch (NodeException e) {
            log.debug("agent not asked node={} cause={}", node, e.getMessage());
        }
    }

    /** Returns whether a request, or a closed stream, is without an answer, and the agent has sent nothing since. */
    private boolean isSilent() {
        lock.lock();
        try {
            return open.values().stream().anyMatch(stream -> isUnanswered(stream.answered(), stream.requested()))
                    || closing.values().stream().anyMatch(time -> isUnanswered(false, time));
        } finally {
            lock.unlock();
        }
    }

    private boolean isUnanswered(boolean answered, long requested) {
        return !answered && heard - requested < 0 && System.nanoTime() - requested > PATIENCE.toNanos();
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
        lock.lock();
        try {
            var stream = open.get(addressed.stream());
            if (stream != null) {
                return stream;
            }
            if (!closing.containsKey(addressed.stream())) {
                throw new AgentProtocolException("there is no stream " + addressed.stream());
            }
            if (addressed.frame() instanceof AgentFrame.Close
                    || addressed.frame() instanceof AgentFrame.Exit
                    || addressed.frame() instanceof AgentFrame.Refused) {
                closing.remove(addressed.stream());
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void forget(AgentStream stream) {
        lock.lock();
        try {
            open.remove(stream.number());
            // If the platform has closed the stream meanwhile, the agent does not answer that.
            closing.remove(stream.number());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the node's engine answers.
     *
     * @return false if the connection was lost before
     * @throws NodeException if it does not answer in time
     */
    boolean isReadyWithin(Duration timeout) {
        try {
            ready.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException lost) {
            return false;
        } catch (TimeoutException e) {
            throw new NodeException(Reason.TIMED_OUT, "the engine of " + node + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeException(Reason.UNREACHABLE, "interrupted while waiting for " + node, e);
        }
    }

    boolean isOpen() {
        lock.lock();
        try {
            return !ended;
        } finally {
            lock.unlock();
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
        try {
            outbox.awaitRoom();
            return add(target, maker);
        } catch (IOException lost) {
            throw new NodeException(Reason.UNREACHABLE, String.valueOf(lost.getMessage()), lost);
        }
    }

    private <T extends AgentStream> T add(AgentFrame.Target target, Maker<T> maker) throws IOException {
        lock.lock();
        try {
            if (open.size() + closing.size() >= AgentFrame.MAX_STREAMS) {
                throw new NodeException(Reason.REFUSED, Codes.text(Codes.TOO_MANY));
            }
            outbox.add(AgentCodec.encode(last + 1, new AgentFrame.Open(target)));
            last++;
            var stream = maker.make(this, last, memory);
            open.put(last, stream);
            return stream;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends data, unless the stream has ended; waits while the agent does not read.
     *
     * @return whether the stream is open
     * @throws IOException if the connection is lost
     */
    boolean send(long stream, AgentFrame.FromPlatform frame) throws IOException {
        outbox.awaitRoom();
        return sendNow(stream, frame);
    }

    /** Does the same as {@link #send}, but never waits. For small frames. */
    boolean sendNow(long stream, AgentFrame.FromPlatform frame) throws IOException {
        lock.lock();
        try {
            if (!open.containsKey(stream)) {
                return false;
            }
            outbox.add(AgentCodec.encode(stream, frame));
            return true;
        } catch (IOException lost) {
            closeSoon();
            throw lost;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the connection on another thread, because closing it may block. */
    private void closeSoon() {
        Thread.ofVirtual().name("agent-close-" + node).start(this::close);
    }

    /** Closes a stream, if it is still open. */
    void close(AgentStream stream, String reason) {
        if (isRemoved(stream)) {
            stream.lost(reason);
        }
    }

    private boolean isRemoved(AgentStream stream) {
        lock.lock();
        try {
            if (!open.remove(stream.number(), stream)) {
                return false;
            }
            closing.put(stream.number(), System.nanoTime());
            outbox.add(AgentCodec.encode(stream.number(), new AgentFrame.Close(Codes.CANCELLED)));
        } catch (IOException lost) {
            closeSoon();
        } finally {
            lock.unlock();
        }
        return true;
    }

    private void end(String reason) {
        outbox.close();
        transport.close();
        List<AgentStream> lost;
        lock.lock();
        try {
            ended = true;
            lost = new ArrayList<>(open.values());
            open.clear();
            closing.clear();
        } finally {
            lock.unlock();
        }
        lost.forEach(stream -> stream.lost(reason));
        ready.completeExceptionally(new NodeException(Reason.UNREACHABLE, reason));
    }

    @Override
    public void close() {
        end("the connection to the node was closed");
    }
}

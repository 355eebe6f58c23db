package dev.slipway.check.gather;

import dev.slipway.check.fact.DnsFact;
import dev.slipway.check.fact.TcpFact;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.shared.UserFacingException;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Connects to ports of a node from outside, with protocols other than HTTP. */
final class PortProbe {
    private static final int MAX_GREETING = 512;

    private final NodeAccess access;

    PortProbe(NodeAccess access) {
        this.access = access;
    }

    /**
     * Connects to a port and sends nothing. Closes the sending direction of the stream immediately, so that the process
     * that connects to the port ends. The message of that process then shows whether it was connected, even if the
     * server waits for a request.
     */
    TcpFact connect(int port, Allowance allowance) throws LookupException {
        return dialogue(port, allowance, stream -> {
            stream.input().close();
            var greeting = stream.output().readNBytes(MAX_GREETING);
            return isRefused(stream, port)
                    ? new TcpFact(false, "")
                    : new TcpFact(true, new String(greeting, StandardCharsets.UTF_8).strip());
        });
    }

    /** Asks a name server for the IPv4 addresses of a name. */
    DnsFact resolve(int port, String name, Allowance allowance) throws LookupException {
        return dialogue(port, allowance, stream -> {
            try {
                stream.input().write(DnsMessage.query(name));
                stream.input().flush();
                var input = new DataInputStream(stream.output());
                var answer = input.readNBytes(input.readUnsignedShort());
                return new DnsFact(true, DnsMessage.addresses(answer));
            } catch (IOException e) {
                // The connection was refused, or the response is not one of a name server. The next line throws an
                // exception if the connection could not be tried at all.
                isRefused(stream, port);
                return DnsFact.SILENCE;
            }
        });
    }

    /**
     * Returns whether the server refused the connection, according to the message of the process that connects to the
     * port. A reset is not a refusal: a server that resets a connection has accepted it before.
     */
    private boolean isRefused(NodeStream stream, int port) throws LookupException {
        var said = stream.error();
        if (said.isBlank() || said.contains("reset") || said.contains("Broken pipe")) {
            return false;
        }
        if (said.contains("Connection refused")) {
            return true;
        }
        throw LookupException.unavailable(
                "Port " + port + " of " + access.node() + " cannot be tried at the moment.", null);
    }

    private interface Dialogue<T> {
        T with(NodeStream stream) throws IOException;
    }

    /** Runs the dialogue on a separate thread, because operations on a stream have no timeout. */
    private <T> T dialogue(int port, Allowance allowance, Dialogue<T> dialogue) throws LookupException {
        var pending = new CompletableFuture<T>();
        var opened = new AtomicReference<@Nullable NodeStream>();
        Thread.ofVirtual().name("probe-" + access.sandbox()).start(() -> {
            try (var stream = access.port(port)) {
                opened.set(stream);
                if (!pending.isDone()) {
                    pending.complete(dialogue.with(stream));
                }
            } catch (IOException | RuntimeException e) {
                pending.completeExceptionally(e);
            }
        });
        try {
            return pending.get(allowance.next().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            pending.cancel(false);
            var stream = opened.get();
            if (stream != null) {
                stream.close();
            }
            throw LookupException.late("Port " + port + " of " + access.node() + " did not answer in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw LookupException.late("Slipway is stopping.", e);
        } catch (ExecutionException e) {
            throw cause(e, port);
        }
    }

    private LookupException cause(ExecutionException e, int port) {
        return switch (e.getCause()) {
            case LookupException lookup -> lookup;
            case NodeException engine -> NodeEngineApi.ofNode(engine, "The machine " + access.node());
            case UserFacingException userFacing -> throw userFacing;
            case null, default ->
                LookupException.unavailable(
                        "Port " + port + " of " + access.node() + " cannot be tried at the moment.", e);
        };
    }
}
